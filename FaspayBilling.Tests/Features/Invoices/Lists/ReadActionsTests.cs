using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Actions;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Core.Features.Invoices.Lists;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Invoices.Lists;

public sealed class ReadActionsTests
{
    private const InvoiceAction Edit = InvoiceAction.Edit;
    private const InvoiceAction Resend = InvoiceAction.Resend;
    private const InvoiceAction Credit = InvoiceAction.CreditNote;
    private const InvoiceAction Debit = InvoiceAction.DebitNote;
    private const InvoiceAction Proforma = InvoiceAction.SendAsProforma;
    private const InvoiceAction Send = InvoiceAction.Send;
    private const InvoiceAction Issue = InvoiceAction.IssueAsInvoice;
    private const InvoiceAction Pay = InvoiceAction.RecordPayment;
    private const InvoiceAction Generate = InvoiceAction.GenerateTaxNumber;
    private const InvoiceAction Cancel = InvoiceAction.Cancel;
    private const InvoiceAction GiveBack = InvoiceAction.CancelTaxNumber;
    private const InvoiceAction Upload = InvoiceAction.UploadDocument;
    private const InvoiceAction Duplicate = InvoiceAction.Duplicate;
    private const InvoiceAction Delete = InvoiceAction.Delete;

    // docs/rules.md 2, for a taxed invoice without and with a number.
    private static readonly (InvoiceStatus Status, InvoiceAction[] Without, InvoiceAction[]? With)[] Table =
    [
        (InvoiceStatus.Draft, [Edit, Proforma, Send, Upload, Duplicate, Delete], null),
        (InvoiceStatus.Proforma, [Edit, Issue, Resend, Upload, Duplicate, Delete], null),
        (InvoiceStatus.Unpaid, [Pay, Resend, Generate, Credit, Debit, Cancel, Upload, Duplicate],
        [
            Pay, Resend, Credit, Debit, Cancel, Upload, Duplicate
        ]),
        (InvoiceStatus.PartiallyPaid, [Pay, Resend, Generate, Credit, Debit, Cancel, Upload, Duplicate],
        [
            Pay, Resend, Credit, Debit, Cancel, Upload, Duplicate
        ]),
        (InvoiceStatus.Overdue, [Pay, Resend, Generate, Credit, Debit, Cancel, Upload, Duplicate],
        [
            Pay, Resend, Credit, Debit, Cancel, Upload, Duplicate
        ]),
        (InvoiceStatus.Paid, [Resend, Generate, Credit, Debit, Upload, Duplicate], [Resend, Credit, Debit, Upload, Duplicate]),
        (InvoiceStatus.Cancelled, [Upload, Duplicate, Delete], [GiveBack, Upload, Duplicate]),
    ];

    [Theory, OnSqlite, OnPostgres]
    public async Task Exactly_the_actions_of_status_and_role_are_offered_on_the_page_and_in_the_list(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var taken = 0;

        foreach (var (status, without, with) in Table)
        {
            await ExpectAsync(await fpy.InvoiceAsync(status), without);
            if (with is not null)
            {
                await ExpectAsync(await fpy.InvoiceAsync(status, taxNumber: $"000-26.{++taken:D8}"), with);
            }
        }

        async Task ExpectAsync(Invoice invoice, InvoiceAction[] expected)
        {
            foreach (var actor in new[] { fpy.Viewer, fpy.Finance, fpy.Admin })
            {
                var allowed = actor.Role == Role.Viewer ? [] : expected;
                (await db.Get<ReadBilling>().HandleAsync(actor, invoice.Number, default)).Value.Actions
                    .Should().Equal(allowed, "{0}, {1}, number {2}", invoice.Status, actor.Role, invoice.TaxNumber);
                (await db.Get<ReadActions>().HandleAsync(actor, invoice.Number, default)).Value.Actions
                    .Should().Equal(allowed, "{0}, {1}, number {2}", invoice.Status, actor.Role, invoice.TaxNumber);
            }
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Untaxed_or_with_the_module_off_no_number_is_offered(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync("FPY");
        var off = await db.Given.MerchantAsync("OFF", settings: s => s.EFakturModule = false);
        var untaxed = await fpy.InvoiceAsync(taxed: false);
        var taxed = await off.InvoiceAsync();
        var held = await off.InvoiceAsync(InvoiceStatus.Cancelled, taxNumber: "000-26.00000001");

        (await db.Get<ReadActions>().HandleAsync(fpy.Finance, untaxed.Number, default)).Value.Actions
            .Should().Equal(Pay, Resend, Credit, Debit, Cancel, Upload, Duplicate);
        (await db.Get<ReadActions>().HandleAsync(off.Finance, taxed.Number, default)).Value.Actions
            .Should().Equal(Pay, Resend, Credit, Debit, Cancel, Upload, Duplicate);
        (await db.Get<ReadActions>().HandleAsync(off.Finance, held.Number, default)).Value.Actions.Should().Equal(Upload, Duplicate);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task After_the_window_or_with_a_note_cancelling_is_no_longer_offered(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync(settings: s => s.CancellationWindowHours = 1);
        var noted = await fpy.InvoiceAsync(taxed: false);
        await db.NoteAsync(noted, InvoiceStatus.Paid);
        var late = await fpy.InvoiceAsync(InvoiceStatus.Draft, taxed: false);
        await db.Get<IssueInvoice>().HandleAsync(fpy.Finance, late.Number, default);

        (await db.Get<ReadActions>().HandleAsync(fpy.Finance, noted.Number, default)).Value.Actions
            .Should().Equal(Pay, Resend, Credit, Debit, Upload, Duplicate);
        (await db.Get<ReadActions>().HandleAsync(fpy.Finance, late.Number, default)).Value.Actions.Should().Contain(Cancel);
        db.Clock.Advance(TimeSpan.FromHours(1) + TimeSpan.FromMilliseconds(1));
        (await db.Get<ReadActions>().HandleAsync(fpy.Finance, late.Number, default)).Value.Actions
            .Should().Equal(Pay, Resend, Credit, Debit, Upload, Duplicate);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task With_a_file_the_number_is_not_given_back(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var filed = await fpy.InvoiceAsync(InvoiceStatus.Cancelled, taxNumber: "000-26.00000002");
        await db.TaxFileAsync(filed);

        (await db.Get<ReadActions>().HandleAsync(fpy.Finance, filed.Number, default)).Value.Actions.Should().Equal(Upload, Duplicate);
    }

    [Fact]
    public async Task With_the_menu_comes_what_its_dialogs_need()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var invoice = await fpy.InvoiceAsync(
            InvoiceStatus.PartiallyPaid, also: i => i.With((nameof(Invoice.ExportedAt), db.Clock.GetUtcNow().UtcDateTime)));

        var offered = (await db.Get<ReadActions>().HandleAsync(fpy.Viewer, invoice.Number, default)).Value;

        offered.Should().BeEquivalentTo(
            new
            {
                invoice.Number,
                invoice.Version,
                Outstanding = 832_500m,
                Exported = true,
                Key = new InvoiceKey(invoice.Number, invoice.Version)
            });
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_unknown_invoice_and_another_merchants_are_not_found(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var theirs = await (await db.Given.MerchantAsync("OTH")).InvoiceAsync();

        (await db.Get<ReadActions>().HandleAsync(fpy.Admin, "INV-FPY-112600001", default)).Refusal!.Code.Should().Be("invoice.not-found");
        (await db.Get<ReadActions>().HandleAsync(fpy.Admin, theirs.Number, default)).Refusal!.Code.Should().Be("invoice.not-found");
    }
}
