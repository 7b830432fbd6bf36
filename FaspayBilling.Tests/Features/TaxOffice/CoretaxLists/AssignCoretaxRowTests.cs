using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Core.Domain.TaxOffice.Coretax;
using FaspayBilling.Core.Features.Invoices.TaxNumbers;
using FaspayBilling.Core.Features.TaxOffice.CoretaxLists;
using FaspayBilling.Tests.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.TaxOffice.CoretaxLists;

public sealed class AssignCoretaxRowTests
{
    private const string Number = "04002600000000001";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_row_of_nobody_is_matched_by_hand_and_the_next_list_keeps_to_it(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        var off = await db.Given.MerchantAsync("OFF", settings: s => s.EFakturModule = false);
        var invoice = await fpy.ExportableAsync();
        await db.ReadBackAsync(fpy, CoretaxFile.Row(Number, "APPROVED", "PO 4711"));
        var row = (await db.WaitingAsync(fpy)).Single().Key;

        (await db.AssignAsync(fpy.Finance, row, "INV-FPY-000000000")).Should().Be("coretax-row.invoice");
        (await db.AssignAsync(fpy.Finance, row with { Version = 7 }, invoice.Number)).Should().Be("changed-elsewhere");
        (await db.AssignAsync(fpy.Viewer, row, invoice.Number)).Should().Be("not-allowed");
        (await db.AssignAsync(off.Finance, row, invoice.Number)).Should().Be("coretax-row.not-found");
        (await db.AssignAsync(fpy.Finance, row, $" {invoice.Number} ")).Should().BeNull();
        (await db.AssignAsync(fpy.Finance, row, invoice.Number)).Should().Be("coretax-row.not-found");

        (await db.StoredAsync(invoice)).CoretaxNumber.Should().Be(Number);
        (await db.WaitingAsync(fpy)).Should().BeEmpty();
        await db.ReadBackAsync(fpy, CoretaxFile.Row(Number, "CANCELED", "PO 4711", vat: "0", taxBase: "0"));
        (await db.StoredAsync(invoice)).CoretaxStatus.Should().Be(CoretaxStatus.Canceled);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_contradicts_is_said_first_and_once_accepted_is_not_asked_again(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync();
        var row = CoretaxFile.Row(Number, "APPROVED", invoice.Number, vat: "109000");
        await db.ReadBackAsync(fpy, row);
        var waiting = (await db.WaitingAsync(fpy)).Single();

        var asked = await db.Get<AssignCoretaxRow>().HandleAsync(fpy.Finance, waiting.Key, invoice.Number, confirmed: false, default);
        var untouched = (await db.StoredAsync(invoice)).CoretaxNumber;
        var code = await db.AssignAsync(fpy.Finance, waiting.Key, invoice.Number, confirmed: true);

        asked.Refusals.Select(r => (r.Kind, r.Code, r.Sentence())).Should().Equal(
            (RefusalKind.NeedsConfirmation, "coretax-row.conflict", "This row contradicts the invoice. Take it all the same?"),
            (RefusalKind.NeedsConfirmation, "coretax-row.conflict", "PPN differs: Rp 109.000 there, Rp 110.000 here."));
        (untouched, code).Should().Be((null, null));
        var stored = await db.StoredAsync(invoice);
        (stored.CoretaxNumber, stored.CoretaxContested).Should().Be((Number, false));
        (await db.PreviewAsync(fpy, row)).Rows.Single().Effect.Should().Be(CoretaxEffect.Same);
        (await db.PreviewAsync(fpy, CoretaxFile.Row(Number, "APPROVED", invoice.Number, vat: "108000"))).Rows.Single().Effect
            .Should().Be(CoretaxEffect.Conflict);
    }

    [Fact]
    public async Task A_number_on_two_invoices_goes_to_the_chosen_one_and_contests_none_any_more()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var named = await fpy.ExportableAsync();
        var holder = await fpy.ExportableAsync("000-26.00000007");
        await db.ReadBackAsync(fpy, CoretaxFile.Row("04009002600000007", "APPROVED", named.Number));
        var waiting = (await db.WaitingAsync(fpy)).Single();

        (await db.AssignAsync(fpy.Finance, waiting.Key, holder.Number)).Should().Be("coretax-row.conflict");
        (await db.AssignAsync(fpy.Finance, waiting.Key, holder.Number, confirmed: true)).Should().BeNull();

        waiting.Candidates.Should().Equal(named.Number, holder.Number);
        var (other, chosen) = (await db.StoredAsync(named), await db.StoredAsync(holder));
        (other.CoretaxNumber, other.CoretaxContested).Should().Be((null, false));
        (chosen.CoretaxNumber, chosen.CoretaxStatus, chosen.CoretaxContested)
            .Should().Be(("04009002600000007", CoretaxStatus.Approved, false));
    }

    [Fact]
    public async Task A_row_that_an_invoice_was_told_of_by_mistake_is_taken_off_it()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var wrong = await fpy.ExportableAsync();
        var right = await fpy.ExportableAsync();
        await db.ReadBackAsync(fpy, CoretaxFile.Row(Number, "APPROVED", wrong.Number));
        await db.ReadBackAsync(fpy, CoretaxFile.Row(Number, "APPROVED", right.Number));

        (await db.AssignAsync(fpy.Finance, (await db.WaitingAsync(fpy)).Single().Key, right.Number, confirmed: true)).Should().BeNull();

        (await db.StoredAsync(wrong)).CoretaxNumber.Should().BeNull();
        (await db.StoredAsync(right)).CoretaxNumber.Should().Be(Number);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_rejected_number_that_was_given_back_is_nobodys_and_another_invoice_has_it_without_a_conflict(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        await fpy.AvailableNumbersAsync(2026, 1, "000-26.00000007");
        var first = await fpy.ExportableAsync("000-26.00000007", status: Core.Domain.Invoices.InvoiceStatus.Cancelled);
        var rejected = CoretaxFile.Row("04009002600000007", "REJECTED", first.Number);
        await db.ReadBackAsync(fpy, rejected);
        var second = await fpy.ExportableAsync();

        await db.Get<CancelTaxNumber>().HandleAsync(fpy.Finance, first.Number, neverApproved: true, default);
        await db.Get<GenerateTaxNumber>().HandleAsync(fpy.Finance, second.Number, default);
        var given = await db.StoredAsync(first);
        var again = await db.ReadBackAsync(fpy, rejected);
        var approved = await db.ReadBackAsync(fpy, CoretaxFile.Row("04009002600000007", "APPROVED", second.Number));

        (given.CoretaxNumber, given.CoretaxStatus, given.CoretaxReadAt).Should().Be((null, null, null));
        (again.Changed, again.Waiting).Should().Be((0, 0));
        (approved.Changed, approved.Conflicts).Should().Be((1, 0));
        (await db.StoredAsync(first)).CoretaxNumber.Should().BeNull();
        (await db.StoredAsync(second)).CoretaxNumber.Should().Be("04009002600000007");
    }
}
