using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Core.Domain.TaxOffice.Coretax;
using FaspayBilling.Core.Features.Invoices.TaxNumbers;
using FaspayBilling.Core.Features.TaxOffice.CoretaxLists;
using FaspayBilling.Tests.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.TaxOffice.CoretaxLists;

public sealed class CoretaxListTests
{
    private const string Number = "04002600000000001";
    private const string Replacement = "04012600000000001";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_list_is_shown_first_then_its_numbers_and_states_are_with_the_invoices(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        var byReference = await fpy.ExportableAsync();
        var byNumber = await fpy.ExportableAsync("000-26.00000007");
        using var file = CoretaxFile.Xlsx(
        [
            CoretaxFile.Row(Number, "APPROVED", byReference.Number),
            CoretaxFile.Row("04009002600000007", "APPROVED", ""),
            CoretaxFile.Row("04002600000000009", "APPROVED", "elsewhere 1"),
            CoretaxFile.Row("123", "APPROVED", "x"),
            CoretaxFile.Row("04002600000000008", "PERHAPS", "x"),
        ]);

        var preview = (await db.Get<PreviewCoretaxList>().HandleAsync(fpy.Finance, file, default)).Value;
        var untouched = await db.StoredAsync(byReference);
        var applied = (await db.Get<ApplyCoretaxList>().HandleAsync(fpy.Finance, preview.Readable, default)).Value;

        preview.Rows.Select(r => (r.Line, r.Effect, r.InvoiceNumber)).Should().Equal(
            (2, CoretaxEffect.New, byReference.Number),
            (3, CoretaxEffect.New, byNumber.Number),
            (4, CoretaxEffect.Unmatched, null),
            (5, CoretaxEffect.Unreadable, null),
            (6, CoretaxEffect.Unreadable, null));
        preview.Rows.Select(r => r.What.Sentence()).Should().Equal(
            "Number and state APPROVED are stored.", "Number and state APPROVED are stored (found by its E-Faktur No).",
            "No invoice of ours: it is kept until somebody chooses one.", "“123” is not a number of 17 digits.",
            "“PERHAPS” is no state that Coretax names.");
        untouched.CoretaxNumber.Should().BeNull();
        applied.Should().Be(new CoretaxApplied(3, 2, 1));
        var stored = await db.StoredAsync(byReference);
        (stored.CoretaxNumber, stored.CoretaxStatus, stored.TaxApproval, stored.CoretaxReadAt)
            .Should().Be((Number, CoretaxStatus.Approved, TaxApproval.Approved, db.Clock.GetUtcNow().UtcDateTime));
        (await db.StoredAsync(byNumber)).CoretaxNumber.Should().Be("04009002600000007");
        (await db.HistoryAsync()).Select(h => h.What()).Should().Contain($"Coretax: {Number} is APPROVED");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_list_once_more_changes_nothing(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync();
        await ReadBackAsync(
            db, fpy, CoretaxFile.Row(Number, "APPROVED", invoice.Number), CoretaxFile.Row("04002600000000009", "APPROVED", "elsewhere"));
        var before = (await db.StoredAsync(invoice)).Version;
        db.Clock.Advance(TimeSpan.FromHours(1));

        using var again = CoretaxFile.Csv(
            ';', CoretaxFile.Row(Number, "APPROVED", invoice.Number), CoretaxFile.Row("04002600000000009", "APPROVED", "elsewhere"));
        var preview = (await db.Get<PreviewCoretaxList>().HandleAsync(fpy.Finance, again, default)).Value;
        var applied = (await db.Get<ApplyCoretaxList>().HandleAsync(fpy.Finance, preview.Readable, default)).Value;

        preview.Rows.Select(r => r.Effect).Should().Equal(CoretaxEffect.Same, CoretaxEffect.Same);
        applied.Changed.Should().Be(0);
        (await db.StoredAsync(invoice)).Version.Should().Be(before);
        (await db.ReadAsync(d => d.Set<CoretaxRow>().CountAsync())).Should().Be(2);
    }

    [Fact]
    public async Task A_replaced_number_gives_way_to_its_replacement_and_stays_spent()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync();
        await ReadBackAsync(db, fpy, CoretaxFile.Row(Number, "APPROVED", invoice.Number));

        await ReadBackAsync(db, fpy, CoretaxFile.Row(Replacement, "APPROVED", invoice.Number), CoretaxFile.Row(Number, "AMENDED", ""));

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
        await ReadBackAsync(db, fpy, CoretaxFile.Row("04009002600000007", state, invoice.Number));

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
        await ReadBackAsync(
            db,
            fpy,
            CoretaxFile.Row("04009002600000007", "REJECTED", rejected.Number),
            CoretaxFile.Row("04009002600000008", "APPROVED", approved.Number));
        await ReadBackAsync(db, fpy, CoretaxFile.Row("04009002600000008", "REJECTED", approved.Number));

        (await db.Get<CancelTaxNumber>().HandleAsync(fpy.Finance, rejected.Number, neverApproved: true, default)).Ok.Should().BeTrue();
        (await db.Get<CancelTaxNumber>().HandleAsync(fpy.Finance, approved.Number, neverApproved: true, default)).Refusal!.Code
            .Should().Be("tax-number.approved");
    }

    [Fact]
    public async Task A_state_without_a_number_is_told_to_the_invoice_and_keeps_no_row()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync();

        await ReadBackAsync(db, fpy, CoretaxFile.Row("", "SAVED INVALID", invoice.Number));

        var stored = await db.StoredAsync(invoice);
        (stored.CoretaxNumber, stored.CoretaxStatus, stored.TaxApproval)
            .Should().Be((null, CoretaxStatus.SavedInvalid, TaxApproval.Unknown));
        (await db.ReadAsync(d => d.Set<CoretaxRow>().CountAsync())).Should().Be(0);
    }

    [Fact]
    public async Task A_difference_in_VAT_is_pointed_out()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync();
        using var file = CoretaxFile.Csv(',', CoretaxFile.Row(Number, "APPROVED", invoice.Number, vat: "109.000"));
        var preview = (await db.Get<PreviewCoretaxList>().HandleAsync(fpy.Finance, file, default)).Value;

        preview.Rows.Single().What.Sentence()
            .Should().Be("Number and state APPROVED are stored. PPN differs: Rp 109.000 there, Rp 110.000 here.");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_row_of_nobody_is_kept_and_matched_by_hand(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync();
        await ReadBackAsync(db, fpy, CoretaxFile.Row(Number, "APPROVED", "PO 4711"));
        var row = (await db.Get<ListCoretaxRows>().HandleAsync(fpy.Viewer, 1, null, default)).Value.Rows.Single();

        (await AssignAsync(db, fpy.Finance, row, "INV-FPY-000000000")).Should().Be("coretax-row.invoice");
        (await AssignAsync(db, fpy.Finance, row with { Version = 7 }, invoice.Number)).Should().Be("changed-elsewhere");
        (await AssignAsync(db, fpy.Viewer, row, invoice.Number)).Should().Be("not-allowed");
        (await AssignAsync(db, fpy.Finance, row, $" {invoice.Number} ")).Should().BeNull();
        (await AssignAsync(db, fpy.Finance, row, invoice.Number)).Should().Be("coretax-row.not-found");

        (await db.StoredAsync(invoice)).CoretaxNumber.Should().Be(Number);
        (await db.Get<ListCoretaxRows>().HandleAsync(fpy.Viewer, 1, null, default)).Value.Total.Should().Be(0);
        await ReadBackAsync(db, fpy, CoretaxFile.Row(Number, "CANCELED", "PO 4711"));
        (await db.StoredAsync(invoice)).CoretaxStatus.Should().Be(CoretaxStatus.Canceled);
    }

    [Fact]
    public async Task What_is_no_list_is_refused()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var off = await db.Given.MerchantAsync("OFF", settings: s => s.EFakturModule = false);
        using var good = CoretaxFile.Csv(',', CoretaxFile.Row(Number, "APPROVED", "x"));

        (await CodeAsync(db, fpy.Finance, new MemoryStream([0x50, 0x4B, 3, 4, 0, 0]))).Should().Be("coretax-list.file");
        (await CodeAsync(db, fpy.Finance, new MemoryStream([1, 0, 2]))).Should().Be("coretax-list.file");
        (await CodeAsync(db, fpy.Finance, CoretaxFile.Text("a,b\n1,2"))).Should().Be("coretax-list.heading");
        (await CodeAsync(db, fpy.Finance, CoretaxFile.Text("Nomor Faktur Pajak,Status Faktur,Tanggal Faktur Pajak\n1,2,3")))
            .Should().Be("coretax-list.heading");
        (await CodeAsync(db, fpy.Finance, CoretaxFile.Csv(','))).Should().Be("coretax-list.empty");
        (await CodeAsync(db, fpy.Finance, CoretaxFile.Text(""))).Should().Be("coretax-list.empty");
        (await CodeAsync(db, fpy.Finance, CoretaxFile.Text(string.Concat(Enumerable.Repeat("x\n", 10_002)))))
            .Should().Be("coretax-list.too-large");
        (await CodeAsync(db, fpy.Finance, new MemoryStream(new byte[(10 * 1024 * 1024) + 1]))).Should().Be("coretax-list.too-large");
        (await CodeAsync(db, fpy.Viewer, good)).Should().Be("not-allowed");
        (await CodeAsync(db, off.Finance, good)).Should().Be("module.off");
        (await db.Get<ApplyCoretaxList>().HandleAsync(off.Finance, [], default)).Refusal!.Code.Should().Be("module.off");
        (await db.Get<ListCoretaxRows>().HandleAsync(off.Finance, 1, null, default)).Refusal!.Code.Should().Be("module.off");
        (await AssignAsync(db, off.Finance, new CoretaxRowView(1, 0, Number, "", CoretaxStatus.Approved, default, "", "", 0, 0), "x"))
            .Should().Be("coretax-row.not-found");
    }

    [Fact]
    public async Task A_title_above_the_heading_and_blank_rows_do_no_harm()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        using var file = CoretaxFile.Xlsx(
            [[], CoretaxFile.Row(Number, "APPROVED", "x", date: "16/11/2026"), [], [""]], title: "Daftar Pajak Keluaran");

        var preview = (await db.Get<PreviewCoretaxList>().HandleAsync(fpy.Finance, file, default)).Value;

        preview.Readable.Should().ContainSingle().Which
            .Should().BeEquivalentTo(
                new { Line = 5, Date = new DateOnly(2026, 11, 16), TaxBase = 1_000_000m, Vat = 110_000m, BuyerId = "0026015362054000" });
    }

    [Fact]
    public async Task A_thousand_rows_are_read_back_in_a_few_commands()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var rows = Enumerable.Range(1, 1_000).Select(n => CoretaxFile.Row($"0400260000{n:D7}", "APPROVED", $"PO {n}")).ToArray();
        using var file = CoretaxFile.Xlsx(rows);
        using var sql = SqlCommands.Watch();

        var preview = (await db.Get<PreviewCoretaxList>().HandleAsync(fpy.Finance, file, default)).Value;

        preview.Count(CoretaxEffect.Unmatched).Should().Be(1_000);
        sql.Sent.Should().HaveCountLessThan(15);
    }

    private static async Task ReadBackAsync(TestDb db, GivenMerchant fpy, params string[][] rows)
    {
        using var file = CoretaxFile.Csv(',', rows);
        var preview = (await db.Get<PreviewCoretaxList>().HandleAsync(fpy.Finance, file, default)).Value;
        (await db.Get<ApplyCoretaxList>().HandleAsync(fpy.Finance, preview.Readable, default)).Ok.Should().BeTrue();
    }

    private static async Task<string?> AssignAsync(TestDb db, Actor actor, CoretaxRowView row, string number) =>
        (await db.Get<AssignCoretaxRow>().HandleAsync(actor, row.Id, row.Version, number, default)).Refusal?.Code;

    private static async Task<string?> CodeAsync(TestDb db, Actor actor, Stream file) =>
        (await db.Get<PreviewCoretaxList>().HandleAsync(actor, file, default)).Refusal?.Code;
}
