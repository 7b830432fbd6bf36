using System.Text.Json;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Core.Domain.TaxOffice.Coretax;
using FaspayBilling.Core.Domain.TaxOffice.Files;
using FaspayBilling.Core.Features.TaxNumbers;
using FaspayBilling.Core.Features.TaxOffice.CoretaxLists;
using FaspayBilling.Tests.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.TaxOffice.CoretaxLists;

public sealed class UndoCoretaxListTests
{
    private const string Number = "04002600000000001";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_wrong_list_is_taken_back_as_a_whole(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        await fpy.AvailableNumbersAsync(2026, 5, "000-26.00000001");
        var (known, fresh, stated) = (await fpy.ExportableAsync(), await fpy.ExportableAsync(), await fpy.ExportableAsync());
        var holder = await fpy.ExportableAsync("000-26.00000003");
        await db.ReadBackAsync(
            fpy, CoretaxFile.Row(Number, "APPROVED", known.Number), CoretaxFile.Row("04002600000000009", "APPROVED", "x"));
        var before = await SnapshotAsync(db, known, fresh, stated, holder);
        var numbers = (await NumberBook.ReadAsync(db, fpy.Id)).Free;
        db.Clock.Advance(TimeSpan.FromHours(1));

        var applied = await db.ReadBackAsync(
            fpy,
            CoretaxFile.Row(Number, "CANCELED", known.Number, vat: "0", taxBase: "0"),
            CoretaxFile.Row("04002600000000002", "APPROVED", fresh.Number),
            CoretaxFile.Row("", "SAVED INVALID", stated.Number),
            CoretaxFile.Row("04009002600000003", "APPROVED", fresh.Number),
            CoretaxFile.Row("04009002600000004", "APPROVED", "nobody"),
            CoretaxFile.Row("04002600000000009", "CANCELED", "x"));
        var changed = await SnapshotAsync(db, known, fresh, stated, holder);
        var undone = await UndoAsync(db, fpy.Finance, applied.ReadingId!.Value);

        changed.Should().NotBe(before);
        undone.Should().BeNull();
        (await SnapshotAsync(db, known, fresh, stated, holder)).Should().Be(before);
        (await NumberBook.ReadAsync(db, fpy.Id)).Free.Should().Equal(numbers);
        (await db.HistoryAsync()).Select(h => h.What()).Should().Contain("Reading of Coretax's list list.xlsx undone").And
            .Contain("As before Coretax's list list.xlsx: its reading was undone");
        (await UndoAsync(db, fpy.Finance, applied.ReadingId!.Value)).Should().Be("coretax-list.undone");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Amounts_with_more_than_two_decimals_are_read_again_as_no_change_and_taken_back(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.InvoiceAsync(price: 353_189.13m);
        var row = CoretaxFile.Row(Number, "APPROVED", invoice.Number, vat: "38850.8750", taxBase: "353189.1250");
        var unmatched = CoretaxFile.Row("04002600000000002", "APPROVED", "x", vat: "38850.8750", taxBase: "353189.1250");

        var first = await db.ReadBackAsync(fpy, row, unmatched);
        var kept = await db.ReadAsync(d => d.Set<CoretaxRow>().OrderBy(r => r.Number).ToListAsync());
        var again = await db.ReadBackAsync(fpy, row, unmatched);

        (first.Changed, first.Waiting, first.Conflicts).Should().Be((1, 1, 0));
        kept.Select(r => (r.TaxBase, r.Vat)).Should().Equal((353_189.13m, 38_850.88m), (353_189.13m, 38_850.88m));
        again.Changed.Should().Be(0);
        (await db.ReadAsync(d => d.Set<CoretaxChange>().CountAsync(c => c.ReadingId == again.ReadingId))).Should().Be(0);
        (await UndoAsync(db, fpy.Finance, first.ReadingId!.Value)).Should().BeNull();
        (await db.StoredAsync(invoice)).CoretaxNumber.Should().BeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_number_that_came_into_a_range_after_the_list_was_read_is_available_once_it_is_undone(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        var read = await db.ReadBackAsync(fpy, CoretaxFile.Row("04009002600000004", "APPROVED", "nobody"));
        await db.Get<AddRange>().HandleAsync(fpy.Finance, new RangeInput(2026, "000-26.00000001", "000-26.00000005"), default);
        var spent = (await NumberBook.ReadAsync(db, fpy.Id)).Free.Count;

        (await UndoAsync(db, fpy.Finance, read.ReadingId!.Value)).Should().BeNull();

        spent.Should().Be(4);
        (await NumberBook.ReadAsync(db, fpy.Id)).Free.Should().HaveCount(5);
    }

    [Fact]
    public async Task A_number_that_comes_back_above_the_limit_lets_the_next_fall_be_told_again()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        await db.ChangeAsync<BillingSettings>(s => s.MerchantId == fpy.Id, s => s.NotificationAddresses = ["tax@fpy.example"]);
        await fpy.ThresholdAsync(4);
        var read = await db.ReadBackAsync(fpy, CoretaxFile.Row("04009002600000004", "APPROVED", "nobody"));
        await db.Get<AddRange>().HandleAsync(fpy.Finance, new RangeInput(2026, "000-26.00000001", "000-26.00000005"), default);
        var told = await NotifiedAsync(db);

        (await UndoAsync(db, fpy.Finance, read.ReadingId!.Value)).Should().BeNull();

        (told, await NotifiedAsync(db)).Should().Be((ThresholdNotified.Limit, ThresholdNotified.None));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_number_that_another_list_shows_as_used_stays_spent_until_that_is_undone_too(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        await fpy.AvailableNumbersAsync(2026, 5, "000-26.00000001");
        var first = await db.ReadBackAsync(fpy, CoretaxFile.Row("04009002600000004", "APPROVED", "nobody"));
        db.Clock.Advance(TimeSpan.FromHours(1));
        var second = await db.ReadBackAsync(fpy, CoretaxFile.Row("04109002600000004", "APPROVED", "nobody"));

        (await UndoAsync(db, fpy.Finance, first.ReadingId!.Value)).Should().BeNull();
        var between = (await NumberBook.ReadAsync(db, fpy.Id)).Free.Count;
        (await UndoAsync(db, fpy.Finance, second.ReadingId!.Value)).Should().BeNull();

        between.Should().Be(4);
        (await NumberBook.ReadAsync(db, fpy.Id)).Free.Should().HaveCount(5);
    }

    [Fact]
    public async Task Once_something_was_built_on_it_it_stays()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync();
        var first = await db.ReadBackAsync(fpy, CoretaxFile.Row(Number, "APPROVED", invoice.Number));
        var waiting = await db.ReadBackAsync(fpy, CoretaxFile.Row("04002600000000002", "APPROVED", "x"));
        var later = await db.ReadBackAsync(fpy, CoretaxFile.Row(Number, "CANCELED", invoice.Number, vat: "0", taxBase: "0"));

        (await UndoAsync(db, fpy.Finance, first.ReadingId!.Value)).Should().Be("coretax-list.built-on");
        (await UndoAsync(db, fpy.Finance, later.ReadingId!.Value)).Should().BeNull();
        await db.Get<DismissCoretaxRows>().HandleAsync(fpy.Finance, [(await db.WaitingAsync(fpy)).Single().Key], default);
        (await UndoAsync(db, fpy.Finance, waiting.ReadingId!.Value)).Should().Be("coretax-list.built-on");
        (await UndoAsync(db, fpy.Finance, first.ReadingId!.Value)).Should().BeNull();
        (await db.StoredAsync(invoice)).CoretaxNumber.Should().BeNull();
    }

    [Fact]
    public async Task A_file_with_the_number_builds_on_the_list()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync();
        var applied = await db.ReadBackAsync(fpy, CoretaxFile.Row(Number, "APPROVED", invoice.Number));
        var content = await db.AddAsync(new FileContent { Sha256 = new string('c', 64), Bytes = [1] });
        await db.AddAsync(new TaxFile
        {
            MerchantId = fpy.Id, InvoiceId = invoice.Id, CoretaxNumber = Number, FileName = "x.pdf", Size = 1, ContentId = content.Id,
            Status = TaxFileStatus.Normal, UploadedAt = db.Clock.GetUtcNow().UtcDateTime, UploadedBy = "Fina",
        });

        var no = await db.Get<UndoCoretaxList>().HandleAsync(fpy.Finance, applied.ReadingId!.Value, default);

        no.Refusal!.Code.Should().Be("coretax-list.built-on");
        no.Refusal.Sentence().Should().StartWith($"{invoice.Number} has changed since");
    }

    [Fact]
    public async Task Only_those_undo_it_who_may_read_it_back()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var other = await db.ExporterAsync("OTH");
        var applied = await db.ReadBackAsync(fpy, CoretaxFile.Row(Number, "APPROVED", "x"));
        var id = applied.ReadingId!.Value;

        (await UndoAsync(db, other.Finance, id)).Should().Be("coretax-list.not-found");
        (await UndoAsync(db, fpy.Viewer, id)).Should().Be("not-allowed");
        await db.ChangeAsync<Core.Domain.Merchants.BillingSettings>(s => s.MerchantId == fpy.Id, s => s.EFakturModule = false);
        (await UndoAsync(db, fpy.Finance, id)).Should().Be("module.off");
    }

    private static Task<ThresholdNotified> NotifiedAsync(TestDb db) =>
        db.ReadAsync(d => d.Set<ThresholdState>().Select(s => s.Notified).SingleAsync());

    private static async Task<string?> UndoAsync(TestDb db, Actor actor, long id) =>
        (await db.Get<UndoCoretaxList>().HandleAsync(actor, id, default)).Refusal?.Code;

    // Versions go on counting; everything else is what it was.
    private static async Task<string> SnapshotAsync(TestDb db, params Invoice[] invoices)
    {
        var words = new List<TaxOfficeWord>();
        foreach (var invoice in invoices)
        {
            words.Add((await db.StoredAsync(invoice)).ToldByTaxOffice());
        }

        var rows = await db.ReadAsync(d => d.Set<CoretaxRow>().OrderBy(r => r.Number).ToListAsync());
        return JsonSerializer.Serialize(new { words, rows = rows.Select(r => new { r.Id, r.Number, r.Waits, Word = r.Word().Write() }) });
    }
}
