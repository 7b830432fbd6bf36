using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Core.Features.Invoices.Lists;
using FaspayBilling.Core.Features.Invoices.TaxNumbers;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Invoices.TaxNumbers;

public sealed class CancelTaxNumberTests
{
    private const string Documented = "000-22.12345619";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_number_given_back_is_the_next_one_when_it_is_the_smallest(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await fpy.AvailableNumbersAsync(2023, 20, Documented);
        var invoice = await fpy.InvoiceAsync(taxNumber: Documented, date: new DateOnly(2023, 3, 7), number: "INV-FPY-032300400");
        var next = await fpy.InvoiceAsync(date: new DateOnly(2023, 3, 8));

        (await db.Get<CancelInvoice>().HandleAsync(fpy.Finance, invoice.Number, default)).Ok.Should().BeTrue();
        (await fpy.AvailableAsync(2023)).Should().Be(19, "cancelling alone does not free the number");
        (await db.Get<CancelTaxNumber>().HandleAsync(fpy.Finance, invoice.Number, neverApproved: false, default)).Ok.Should().BeTrue();

        (await fpy.AvailableAsync(2023)).Should().Be(20);
        var taken = await db.Get<GenerateTaxNumber>().HandleAsync(fpy.Finance, next.Number, default);
        taken.Value.ToString().Should().Be(Documented);
        var detail = await db.Get<ReadBilling>().HandleAsync(fpy.Finance, invoice.Number, default);
        detail.Value.Invoice.TaxNumber.Should().BeNull();
        detail.Value.History.Select(h => h.What())
            .Should().StartWith([$"E-Faktur No {Documented} given back", $"Cancelled; E-Faktur No {Documented} stays held"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_exported_number_is_given_back_only_after_a_confirmation_that_the_history_keeps(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await fpy.AvailableNumbersAsync(2023, 20, Documented);
        var invoice = await fpy.InvoiceAsync(
            InvoiceStatus.Cancelled,
            taxNumber: Documented,
            date: new DateOnly(2023, 3, 7),
            also: i => i.With((nameof(Invoice.ExportedAt), db.Clock.GetUtcNow().UtcDateTime)));
        var handler = db.Get<CancelTaxNumber>();

        var asked = await handler.HandleAsync(fpy.Finance, invoice.Number, neverApproved: false, default);
        var confirmed = await handler.HandleAsync(fpy.Finance, invoice.Number, neverApproved: true, default);

        asked.Refusal!.Code.Should().Be("tax-number.exported");
        confirmed.Value.Should().Be(invoice.TaxNumber!.Value);
        var detail = await db.Get<ReadBilling>().HandleAsync(fpy.Finance, invoice.Number, default);
        detail.Value.History[0].What().Should().Contain("never approved by the tax office");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_refused_attempt_stands_in_the_history_and_changes_nothing(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await fpy.AvailableNumbersAsync(2023, 20, Documented);
        var invoice = await fpy.InvoiceAsync(InvoiceStatus.Unpaid, taxNumber: Documented, date: new DateOnly(2023, 3, 7));

        var refused = await db.Get<CancelTaxNumber>().HandleAsync(fpy.Finance, invoice.Number, neverApproved: false, default);
        var viewer = await db.Get<CancelTaxNumber>().HandleAsync(fpy.Viewer, invoice.Number, neverApproved: false, default);

        refused.Refusal!.Code.Should().Be("tax-number.invoice-not-cancelled");
        viewer.Refusal!.Code.Should().Be("not-allowed");
        var detail = await db.Get<ReadBilling>().HandleAsync(fpy.Finance, invoice.Number, default);
        detail.Value.Invoice.TaxNumber!.Value.ToString().Should().Be(Documented);
        detail.Value.History.Where(h => h.Refused).Select(h => h.Who).Should().Equal("Vera Viewer", "Fina Finance");
        (await fpy.AvailableAsync(2023)).Should().Be(19);
    }
}
