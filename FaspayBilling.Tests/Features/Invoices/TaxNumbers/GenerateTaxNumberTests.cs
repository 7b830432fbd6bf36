using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Features.Invoices.TaxNumbers;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Invoices.TaxNumbers;

public sealed class GenerateTaxNumberTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task It_takes_the_smallest_over_all_ranges_of_the_year_of_the_invoice(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await fpy.AvailableNumbersAsync(2026, 2, "000-26.00000050");
        await fpy.AvailableNumbersAsync(2026, 1, "000-26.00000003");
        await fpy.AvailableNumbersAsync(2025, 5, "000-25.00000001");

        var given = new List<string>();
        for (var n = 0; n < 3; n++)
        {
            given.Add((await GenerateAsync(db, fpy, await fpy.InvoiceAsync())).Value.ToString());
        }

        given.Should().Equal("000-26.00000003", "000-26.00000050", "000-26.00000051");
        (await db.RunsAsync()).Should().Equal("000-25.00000001-00000005");
        (await db.ReadAsync(d => Task.FromResult(d.Set<TaxNumberRange>().Where(r => r.Year == 2026).All(r => r.FirstUsedAt != null))))
            .Should().BeTrue("from now on their starts are fixed");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task None_of_the_year_left_it_names_the_year_and_changes_nothing(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await fpy.AvailableNumbersAsync(2026, 5);
        var invoice = await fpy.InvoiceAsync(date: new DateOnly(2025, 12, 31));

        var refused = await GenerateAsync(db, fpy, invoice);

        refused.Refusal!.Code.Should().Be("tax-number.none-available");
        refused.Refusal.Sentence().Should().Contain("2025");
        (await db.TaxNumberAsync(invoice)).Should().BeNull();
        (await fpy.AvailableAsync(2026)).Should().Be(5);
        (await db.RefusedAsync()).Should().Equal("tax-number.none-available");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Only_issued_taxed_invoices_without_a_number_get_one(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await fpy.AvailableNumbersAsync(2026, 20, "000-26.00000001");

        foreach (var status in InvoiceStatuses.All)
        {
            var issued = status is not (InvoiceStatus.Draft or InvoiceStatus.Proforma or InvoiceStatus.Cancelled);
            (await GenerateAsync(db, fpy, await fpy.InvoiceAsync(status))).Refusal?.Code
                .Should().Be(issued ? null : "tax-number.invoice-not-issued", "it is {0}", status);
        }

        (await GenerateAsync(db, fpy, await fpy.InvoiceAsync(taxed: false))).Refusal!.Code.Should().Be("tax-number.tax-inactive");
        (await GenerateAsync(db, fpy, await fpy.InvoiceAsync(taxNumber: "000-26.00000020"))).Refusal!.Code
            .Should().Be("tax-number.already-has-one");
        (await fpy.AvailableAsync(2026)).Should().Be(15);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task With_the_module_off_nothing_is_given_or_given_back(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync(settings: s => s.EFakturModule = false);
        await fpy.AvailableNumbersAsync(2026, 5, "000-26.00000001");
        var held = await fpy.InvoiceAsync(InvoiceStatus.Cancelled, taxNumber: "000-26.00000001");
        var invoice = await fpy.InvoiceAsync();

        (await GenerateAsync(db, fpy, invoice)).Refusal!.Code.Should().Be("module.off");
        (await db.Get<GenerateTaxNumbers>().HandleAsync(fpy.Finance, [invoice.Number], default)).Value
            .Should().ContainSingle().Which.Refusal!.Code
            .Should().Be("module.off");
        (await db.Get<CancelTaxNumber>().HandleAsync(fpy.Finance, held.Number, neverApproved: false, default)).Refusal!.Code
            .Should().Be("module.off");

        (await fpy.AvailableAsync(2026)).Should().Be(4);
        (await db.TaxNumberAsync(held)).Should().Be("000-26.00000001");
    }

    private static Task<Outcome<TaxNumber>> GenerateAsync(TestDb db, GivenMerchant merchant, Invoice invoice) =>
        db.Get<GenerateTaxNumber>().HandleAsync(merchant.Finance, invoice.Number, default);
}
