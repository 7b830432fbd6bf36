using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Core.Domain.TaxOffice.Coretax;
using FaspayBilling.Core.Features.Invoices.TaxNumbers;
using FaspayBilling.Core.Features.TaxOffice.CoretaxLists;
using FaspayBilling.Tests.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.TaxOffice.CoretaxLists;

public sealed partial class ApplyCoretaxListTests
{
    private const string Number = "04002600000000001";
    private const string Replacement = "04012600000000001";

    [Theory, OnSqlite, OnPostgres]
    public async Task Numbers_and_states_are_with_their_invoices_afterwards(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        var byReference = await fpy.ExportableAsync();
        var byNumber = await fpy.ExportableAsync("000-26.00000007");

        var applied = await db.ReadBackAsync(
            fpy,
            CoretaxFile.Row(Number, "APPROVED", byReference.Number),
            CoretaxFile.Row("04009002600000007", "APPROVED", ""),
            CoretaxFile.Row("04002600000000009", "APPROVED", "elsewhere 1"));

        (applied.Rows, applied.Changed, applied.Waiting, applied.Conflicts).Should().Be((3, 2, 1, 0));
        var stored = await db.StoredAsync(byReference);
        (stored.CoretaxNumber, stored.CoretaxStatus, stored.TaxApproval, stored.CoretaxReadAt)
            .Should().Be((Number, CoretaxStatus.Approved, TaxApproval.Approved, db.Clock.GetUtcNow().UtcDateTime));
        (await db.StoredAsync(byNumber)).CoretaxNumber.Should().Be("04009002600000007");
        (await db.HistoryAsync()).Select(h => h.What()).Should()
            .Contain($"Coretax: {Number} is APPROVED").And.Contain("Coretax's list list.xlsx read back");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_list_once_more_changes_nothing(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync();
        string[][] rows =
            [CoretaxFile.Row(Number, "APPROVED", invoice.Number), CoretaxFile.Row("04002600000000009", "APPROVED", "elsewhere")];
        await db.ReadBackAsync(fpy, rows);
        var before = (await db.StoredAsync(invoice)).Version;
        db.Clock.Advance(TimeSpan.FromHours(1));

        var preview = await db.PreviewAsync(fpy, rows);
        var applied = await db.ReadBackAsync(fpy, rows);

        preview.Rows.Select(r => r.Effect).Should().Equal(CoretaxEffect.Same, CoretaxEffect.Same);
        (applied.Changed, applied.Waiting).Should().Be((0, 1));
        (await db.StoredAsync(invoice)).Version.Should().Be(before);
        (await db.ReadAsync(d => d.Set<CoretaxRow>().CountAsync())).Should().Be(2);
    }

    [Fact]
    public async Task A_replaced_number_gives_way_to_its_replacement_and_stays_spent()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync();
        await db.ReadBackAsync(fpy, CoretaxFile.Row(Number, "APPROVED", invoice.Number));

        await db.ReadBackAsync(fpy, CoretaxFile.Row(Replacement, "APPROVED", invoice.Number), CoretaxFile.Row(Number, "AMENDED", ""));

        var stored = await db.StoredAsync(invoice);
        (stored.CoretaxNumber, stored.CoretaxStatus, stored.TaxApproval)
            .Should().Be((Replacement, CoretaxStatus.Approved, TaxApproval.Replaced));
        (await db.ReadAsync(d => d.Set<CoretaxRow>().OrderBy(r => r.Number).Select(r => r.Reference).ToListAsync()))
            .Should().Equal(invoice.Number, invoice.Number);
    }

    [Theory]
    [InlineData("APPROVED")]
    [InlineData("AMENDED")]
    [InlineData("WAITING FOR CANCELLATION")]
    [InlineData("CANCELED")]
    public async Task An_approved_or_replaced_number_is_never_given_back(string state)
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync("000-26.00000007", status: InvoiceStatus.Cancelled);
        await db.ReadBackAsync(fpy, CoretaxFile.Row("04009002600000007", state, invoice.Number));

        var given = await db.Get<CancelTaxNumber>().HandleAsync(fpy.Finance, invoice.Number, neverApproved: true, default);

        given.Refusal!.Code.Should().Be("tax-number.approved");
        (await db.TaxNumberAsync(invoice)).Should().Be("000-26.00000007");
    }

    [Fact]
    public async Task A_rejected_number_can_be_given_back_but_not_one_that_was_approved_before()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var rejected = await fpy.ExportableAsync("000-26.00000007", status: InvoiceStatus.Cancelled);
        var approved = await fpy.ExportableAsync("000-26.00000008", status: InvoiceStatus.Cancelled);
        await db.ReadBackAsync(
            fpy,
            CoretaxFile.Row("04009002600000007", "REJECTED", rejected.Number),
            CoretaxFile.Row("04009002600000008", "APPROVED", approved.Number));
        await db.ReadBackAsync(fpy, CoretaxFile.Row("04009002600000008", "REJECTED", approved.Number));

        (await db.Get<CancelTaxNumber>().HandleAsync(fpy.Finance, rejected.Number, neverApproved: true, default)).Ok.Should().BeTrue();
        (await db.Get<CancelTaxNumber>().HandleAsync(fpy.Finance, approved.Number, neverApproved: true, default)).Refusal!.Code
            .Should().Be("tax-number.approved");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_state_without_a_number_is_told_to_the_invoice_counted_and_keeps_no_row(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync();

        var applied = await db.ReadBackAsync(fpy, CoretaxFile.Row("", "SAVED INVALID", invoice.Number));

        applied.Changed.Should().Be(1);
        var stored = await db.StoredAsync(invoice);
        (stored.CoretaxNumber, stored.CoretaxStatus, stored.TaxApproval)
            .Should().Be((null, CoretaxStatus.SavedInvalid, TaxApproval.Unknown));
        (await db.ReadAsync(d => d.Set<CoretaxRow>().CountAsync())).Should().Be(0);
        (await db.ReadBackAsync(fpy, CoretaxFile.Row("", "SAVED INVALID", invoice.Number))).Changed.Should().Be(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_a_number_on_two_invoices_nothing_is_stored_but_it_is_spent(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        await fpy.AvailableNumbersAsync(2026, 1, "000-26.00000007");
        var first = await fpy.ExportableAsync("000-26.00000007", status: InvoiceStatus.Cancelled);
        await db.Get<CancelTaxNumber>().HandleAsync(fpy.Finance, first.Number, neverApproved: true, default);
        var second = await fpy.ExportableAsync();
        (await GenerateAsync(db, fpy, second)).Should().Be("000-26.00000007");

        var applied = await db.ReadBackAsync(fpy, CoretaxFile.Row("04009002600000007", "APPROVED", first.Number));

        (applied.Changed, applied.Waiting, applied.Conflicts).Should().Be((0, 1, 1));
        var (a, b) = (await db.StoredAsync(first), await db.StoredAsync(second));
        (a.CoretaxNumber, a.CoretaxStatus, a.TaxApproval, a.CoretaxContested).Should().Be((null, null, TaxApproval.Unknown, true));
        (b.CoretaxNumber, b.CoretaxStatus, b.TaxApproval, b.CoretaxContested).Should().Be((null, null, TaxApproval.Approved, true));
        (await db.HistoryAsync()).Select(h => h.What())
            .Should().Contain("Coretax's list shows 000-26.00000007 as APPROVED: the number is spent");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_number_that_nobody_holds_any_more_is_not_handed_out_again(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        await fpy.AvailableNumbersAsync(2026, 3, "000-26.00000007");
        var next = await fpy.ExportableAsync();
        var last = await fpy.ExportableAsync();

        await db.ReadBackAsync(
            fpy,
            CoretaxFile.Row("04009002600000007", "APPROVED", "elsewhere"),
            CoretaxFile.Row("04009002600000008", "REJECTED", "elsewhere"));

        (await GenerateAsync(db, fpy, next)).Should().Be("000-26.00000008");
        (await GenerateAsync(db, fpy, last)).Should().Be("000-26.00000009");
    }

    [Fact]
    public async Task A_range_that_is_recorded_later_leaves_out_what_the_list_showed_as_used()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        await db.ReadBackAsync(fpy, CoretaxFile.Row("04009002600000002", "APPROVED", "elsewhere"));

        await db.Get<Core.Features.TaxNumbers.AddRange>()
            .HandleAsync(fpy.Finance, new(2026, "000-26.00000001", "000-26.00000003"), default);

        (await NumberBook.ReadAsync(db, fpy.Id)).Free.Select(n => new TaxNumber(n).ToString())
            .Should().Equal("000-26.00000001", "000-26.00000003");
    }

    [Fact]
    public async Task Two_standing_numbers_wait_both_and_the_one_that_is_cancelled_later_leaves_the_other()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync();
        var one = CoretaxFile.Row(Number, "APPROVED", invoice.Number);
        var other = CoretaxFile.Row("04002600000000002", "APPROVED", invoice.Number);

        await db.ReadBackAsync(fpy, one, other);
        var waiting = await db.WaitingAsync(fpy);
        var contested = await db.StoredAsync(invoice);
        await db.ReadBackAsync(fpy, CoretaxFile.Row(Number, "CANCELED", invoice.Number, vat: "0", taxBase: "0"), other);

        waiting.Should().HaveCount(2);
        (contested.CoretaxNumber, contested.CoretaxContested).Should().Be((null, true));
        var stored = await db.StoredAsync(invoice);
        (stored.CoretaxNumber, stored.CoretaxStatus, stored.CoretaxContested)
            .Should().Be(("04002600000000002", CoretaxStatus.Approved, false));
        (await db.WaitingAsync(fpy)).Should().BeEmpty();
    }

    [Fact]
    public async Task An_invoice_that_was_cancelled_here_after_its_approval_is_contested_and_keeps_what_it_was_told()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync();
        await db.ReadBackAsync(fpy, CoretaxFile.Row(Number, "APPROVED", invoice.Number));
        await db.ChangeAsync<Invoice>(i => i.Id == invoice.Id, i => i.Cancel(db.Clock.GetUtcNow().UtcDateTime, null));

        var applied = await db.ReadBackAsync(fpy, CoretaxFile.Row(Number, "APPROVED", invoice.Number));

        applied.Conflicts.Should().Be(1);
        var stored = await db.StoredAsync(invoice);
        (stored.CoretaxNumber, stored.CoretaxStatus, stored.CoretaxContested).Should().Be((Number, CoretaxStatus.Approved, true));
        (await db.WaitingAsync(fpy)).Single().Conflicts.Select(c => c.Sentence())
            .Should().Equal($"{invoice.Number} is cancelled here, and there it is APPROVED.");
    }

    [Fact]
    public async Task Rows_that_concern_each_other_are_judged_together_wherever_they_stand_in_a_long_list()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync();
        var between = Enumerable.Range(100, 450).Select(n => CoretaxFile.Row($"0400260000{n:D7}", "APPROVED", $"PO {n}"));
        string[][] rows =
        [
            CoretaxFile.Row(Number, "APPROVED", invoice.Number), .. between,
            CoretaxFile.Row("04002600000000002", "APPROVED", invoice.Number),
        ];

        var applied = await db.ReadBackAsync(fpy, rows);

        (applied.Rows, applied.Changed, applied.Conflicts, applied.Waiting).Should().Be((452, 0, 2, 452));
        (await db.StoredAsync(invoice)).CoretaxNumber.Should().BeNull();
    }

    private static async Task<string?> GenerateAsync(TestDb db, GivenMerchant fpy, Invoice invoice) =>
        (await db.Get<GenerateTaxNumber>().HandleAsync(fpy.Finance, invoice.Number, default)).Value.ToString();
}
