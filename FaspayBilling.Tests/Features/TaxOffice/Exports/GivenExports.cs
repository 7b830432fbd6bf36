using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.TaxOffice.Exports;

/// <summary>A merchant whose invoices can be exported either way.</summary>
internal static class GivenExports
{
    /// <summary>NPWP, NITKU and address are known, and both ways are open.</summary>
    public static async Task<GivenMerchant> ExporterAsync(this TestDb db, string code = "FPY", TaxChannel channel = TaxChannel.Both)
    {
        var given = await db.Given.MerchantAsync(code, settings: s => s.TaxChannel = channel);
        var customer = await given.CustomerAsync();
        await db.ChangeAsync<Merchant>(m => m.Id == given.Id, m => m.Nitku = "0022732101075000000000");
        await db.ChangeAsync<Customer>(
            c => c.Id == customer.Id, c => (c.NpwpName, c.NpwpAddress) = ("PT PELANGGAN SETIA", "Jl. Melati 1, Jakarta"));
        return given;
    }

    /// <summary>An issued invoice of today with code 04.</summary>
    public static Task<Invoice> ExportableAsync(
        this GivenMerchant given,
        string? taxNumber = null,
        DateOnly? date = null,
        InvoiceStatus status = InvoiceStatus.Unpaid,
        Action<Invoice>? also = null) =>
        given.InvoiceAsync(status, taxNumber: taxNumber, date: date, also: i =>
        {
            i.With((nameof(Invoice.TransactionCode), "04"));
            also?.Invoke(i);
        });

    public static async Task ChangeAsync<T>(this TestDb db, System.Linq.Expressions.Expression<Func<T, bool>> which, Action<T> change)
        where T : class
    {
        await using var context = await db.Dbs.CreateDbContextAsync();
        change(await context.Set<T>().SingleAsync(which));
        await context.SaveChangesAsync();
    }
}
