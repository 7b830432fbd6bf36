using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Core.Features.Invoices.TaxNumbers;
using FaspayBilling.Tests.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.TaxOffice.CoretaxLists;

/// <summary>References that name what no row can belong to.</summary>
public sealed partial class ApplyCoretaxListTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_reference_to_a_deleted_invoice_contradicts_the_one_that_took_its_number(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        var (deleted, holder) = await TakenFromDeletedAsync(db, fpy);
        var row = CoretaxFile.Row("04009002600000007", "APPROVED", deleted.Number);

        var applied = await db.ReadBackAsync(fpy, row);

        (applied.Changed, applied.Waiting, applied.Conflicts).Should().Be((0, 1, 1));
        var waiting = (await db.WaitingAsync(fpy)).Single();
        waiting.Conflicts.Select(c => c.Sentence())
            .Should().Equal($"The reference names {deleted.Number}, and that was deleted here.");
        var told = await db.StoredAsync(holder);
        (told.CoretaxNumber, told.TaxApproval, told.CoretaxContested).Should().Be((null, TaxApproval.Approved, true));
        (await db.AssignAsync(fpy.Finance, waiting.Key, holder.Number)).Should().Be("coretax-row.conflict");
        (await db.AssignAsync(fpy.Finance, waiting.Key, holder.Number, confirmed: true)).Should().BeNull();
        (await db.ReadBackAsync(fpy, row)).Should().BeEquivalentTo(new { Changed = 0, Waiting = 0, Conflicts = 0 });
    }

    [Fact]
    public async Task A_replacement_or_a_cancellation_without_the_reference_is_contradicted_by_it_too()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var (deleted, holder) = await TakenFromDeletedAsync(db, fpy);

        var together = await db.ReadBackAsync(
            fpy,
            CoretaxFile.Row("04009002600000007", "AMENDED", deleted.Number),
            CoretaxFile.Row("04109002600000007", "APPROVED", ""));
        var later = await db.ReadBackAsync(fpy, CoretaxFile.Row("04109002600000007", "CANCELED", "", vat: "0", taxBase: "0"));

        (together.Conflicts, later.Conflicts).Should().Be((2, 1));
        (await db.StoredAsync(holder)).CoretaxNumber.Should().BeNull();
    }

    [Fact]
    public async Task What_was_rejected_for_a_deleted_invoice_is_nobodys()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.ExporterAsync();
        var (deleted, holder) = await TakenFromDeletedAsync(db, fpy);

        var applied = await db.ReadBackAsync(fpy, CoretaxFile.Row("04009002600000007", "REJECTED", deleted.Number));

        (applied.Changed, applied.Waiting).Should().Be((0, 0));
        (await db.StoredAsync(holder)).CoretaxStatus.Should().BeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_credit_note_that_the_reference_names_is_never_approved(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.ExporterAsync();
        var invoice = await fpy.ExportableAsync("000-26.00000007");
        var note = await db.AddAsync((TestInvoice.NoteOn(invoice) with { Number = "INV-FPY-112600777", Taxed = true }).Issued());

        var applied = await db.ReadBackAsync(
            fpy,
            CoretaxFile.Row(Number, "APPROVED", note.Number),
            CoretaxFile.Row("04009002600000007", "APPROVED", note.Number));

        (applied.Changed, applied.Waiting, applied.Conflicts).Should().Be((0, 2, 1));
        (await db.StoredAsync(note)).CoretaxNumber.Should().BeNull();
        (await db.WaitingAsync(fpy)).SelectMany(r => r.Conflicts).Select(c => c.Sentence())
            .Should().Equal($"The reference names {note.Number}, and that is no tax invoice here.");
    }

    private static async Task<(Invoice Deleted, Invoice Holder)> TakenFromDeletedAsync(TestDb db, GivenMerchant fpy)
    {
        await fpy.AvailableNumbersAsync(2026, 1, "000-26.00000007");
        var deleted = await fpy.ExportableAsync("000-26.00000007", status: InvoiceStatus.Cancelled);
        await db.Get<CancelTaxNumber>().HandleAsync(fpy.Finance, deleted.Number, neverApproved: true, default);
        await db.ChangeAsync<Invoice>(i => i.Id == deleted.Id, i => i.Delete(db.Clock.GetUtcNow().UtcDateTime));
        var holder = await fpy.ExportableAsync();
        (await GenerateAsync(db, fpy, holder)).Should().Be("000-26.00000007");
        return (deleted, holder);
    }
}
