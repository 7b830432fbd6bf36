using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Actions;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Core.Features.Invoices.Lists;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Invoices.Lists;

public sealed class ReadBillingTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task With_the_module_off_the_page_says_so_and_offers_nothing_about_the_number(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var off = await db.Given.MerchantAsync("OFF", settings: s => s.EFakturModule = false);
        var held = await off.InvoiceAsync(InvoiceStatus.Cancelled, taxNumber: "000-26.00000001");

        var detail = await db.Get<ReadBilling>().HandleAsync(off.Finance, held.Number, default);

        detail.Value.EFakturModule.Should().BeFalse();
        detail.Value.Actions.Should().Equal(InvoiceAction.UploadDocument, InvoiceAction.Duplicate);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_conditions_say_which_one_is_missing(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var unpaid = await fpy.InvoiceAsync(taxNumber: "000-26.00000001");
        var filed = await fpy.InvoiceAsync(InvoiceStatus.Cancelled, taxNumber: "000-26.00000002");
        await db.TaxFileAsync(filed);

        var first = (await db.Get<ReadBilling>().HandleAsync(fpy.Viewer, unpaid.Number, default)).Value;
        var second = (await db.Get<ReadBilling>().HandleAsync(fpy.Viewer, filed.Number, default)).Value;

        first.ReleaseConditions.Select(c => c.Holds).Should().Equal(false, true, true);
        second.ReleaseConditions.Select(c => c.Holds).Should().Equal(true, true, false);
        second.TaxFile!.FileName.Should().Contain("0002600000002");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_history_tells_the_newest_first_and_marks_what_was_refused(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var invoice = await fpy.InvoiceAsync(InvoiceStatus.Draft, taxed: false);
        await db.Get<SendProforma>().HandleAsync(fpy.Finance, invoice.Number, default);
        db.Clock.Advance(TimeSpan.FromMinutes(5));
        await db.Get<IssueInvoice>().HandleAsync(fpy.Viewer, invoice.Number, default);
        await db.Get<IssueInvoice>().HandleAsync(fpy.Admin, invoice.Number, default);

        var history = (await db.Get<ReadBilling>().HandleAsync(fpy.Viewer, invoice.Number, default)).Value.History;

        history.Select(h => (h.Who, h.Refused))
            .Should().Equal(
                ("Ada Admin", false), ("Ada Admin", false), ("Vera Viewer", true), ("Fina Finance", false), ("Fina Finance", false));
        history.Select(h => h.What())
            .Should().ContainInOrder(
                "Mail to billing@pelanggan.example", "Issued", "Mail to billing@pelanggan.example", "Sent as proforma");
        history[0].At.Should().Be(history[4].At.AddMinutes(5)).And.BeIn(DateTimeKind.Utc);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_unknown_invoice_is_not_found(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();

        (await db.Get<ReadBilling>().HandleAsync(fpy.Admin, "INV-FPY-112600001", default)).Refusal!.Code.Should().Be("invoice.not-found");
    }
}
