using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.TaxOffice.Exports;

/// <summary>What is worth a look before a file is made keeps nothing out of it; zeros do.</summary>
public sealed class ExportWarningsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_number_of_another_year_is_told_and_exported(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        var documented = await fpy.ExportableAsync("000-22.12345619", date: new(2023, 3, 7));

        var check = (await db.Get<CheckExport>().HandleAsync(fpy.Finance, TaxChannel.Desktop, [documented.Id], default)).Value;
        var made = await db.Get<MakeExport>().HandleAsync(fpy.Finance, TaxChannel.Desktop, [documented.Id], default);

        check.Warnings.Select(w => (w.InvoiceNumber, w.Message.Sentence())).Should().Equal(
            (documented.Number, "The E-Faktur No 000-22.12345619 carries another year than the invoice, which is of 2023."));
        check.Problems.Should().BeEmpty();
        made.Ok.Should().BeTrue();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_buyer_whose_NPWP_is_zeros_goes_into_no_file(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync("000-26.00000001");
        await db.ChangeAsync<Customer>(c => c.Id == invoice.CustomerId, c => c.Npwp = "000000000000000");

        foreach (var file in new[] { TaxChannel.Desktop, TaxChannel.Coretax })
        {
            (await db.Get<MakeExport>().HandleAsync(fpy.Finance, file, [invoice.Id], default)).Refusal!.Code
                .Should().Be("tax-export.problems");
        }

        await db.ChangeAsync<Customer>(
            c => c.Id == invoice.CustomerId, c => (c.Document, c.DocumentNumber) = (BuyerIdType.Passport, "A1234567"));
        (await db.Get<MakeExport>().HandleAsync(fpy.Finance, TaxChannel.Coretax, [invoice.Id], default)).Ok.Should().BeTrue();
    }
}
