using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FaspayBilling.Core.Data;

/// <summary>One server for many nodes.</summary>
public sealed class PostgresBillingDb(DbContextOptions<PostgresBillingDb> options) : BillingDb(options)
{
    // NO KEY: rows that only point at the merchant (mails, sign-ins) need not wait.
    public override Task LockMerchantAsync(long merchantId, CancellationToken stop) =>
        Database.ExecuteSqlAsync($"""SELECT 1 FROM "Merchants" WHERE "Id" = {merchantId} FOR NO KEY UPDATE""", stop);

    public override Task<DateTime> ClockAsync(CancellationToken stop) =>
        Database.SqlQueryRaw<DateTime>("""SELECT clock_timestamp() AS "Value" """).SingleAsync(stop);

    public override IQueryable<Invoice> Matching(IQueryable<Invoice> invoices, string text)
    {
        var digits = Npwp.Digits(text);
        var start = $"{Escape(text)}%";
        var within = text.Length < 3 ? start : $"%{start}";
        var number = digits is not { Length: > 0 } ? null : text.Length < 3 ? $"{digits}%" : $"%{digits}%";
        return invoices.Where(i => EF.Functions.ILike(i.Number, within)
            || (number != null && EF.Functions.Like((string)(object)i.TaxNumber!, number))
            || (text.Length >= 3 && EF.Functions.ILike(i.CustomerName, within)));
    }

    public override IQueryable<Customer> Matching(IQueryable<Customer> customers, string text)
    {
        var within = Within(text);
        var digits = Npwp.Digits(text) is { Length: > 0 } kept ? $"%{kept}%" : null;
        return customers.Where(c => EF.Functions.ILike(c.Name, within, "\\") || EF.Functions.ILike(c.Email, within, "\\")
            || (digits != null && (EF.Functions.Like(c.Npwp, digits) || EF.Functions.Like(c.DocumentNumber, digits) || EF.Functions.Like(c.VaNumber, digits))));
    }

    public override IOrderedQueryable<Customer> BeginningFirst(IQueryable<Customer> customers, string text)
    {
        var start = Start(text);
        return customers.OrderBy(c => EF.Functions.ILike(c.Name, start, "\\") ? 0 : 1).ThenBy(c => c.Name).ThenBy(c => c.Id);
    }

    public override bool IsDuplicate(DbUpdateException refused) => refused.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    private static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal);
}
