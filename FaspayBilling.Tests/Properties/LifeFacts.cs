using System.Text.Json;
using System.Text.RegularExpressions;
using FaspayBilling.Core.Domain.Attachments;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Core.Domain.TaxOffice.Coretax;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Properties;

/// <summary>All that the database says of a merchant at one moment, and what must be true of it at every moment.</summary>
internal sealed partial record LifeFacts(
    DateTime Now,
    IReadOnlyList<Invoice> Invoices,
    IReadOnlyList<Attachment> Slips,
    IReadOnlyList<CoretaxRow> Rows,
    NumberBook Numbers)
{
    public IReadOnlyList<Invoice> Visible => [.. Invoices.Where(i => i.DeletedAt is null)];

    public static async Task<LifeFacts> ReadAsync(TestDb db, long merchant) => new(
        db.Clock.GetUtcNow().UtcDateTime,
        await db.ReadAsync(d => d.Set<Invoice>().IgnoreQueryFilters().AsNoTracking().AsSplitQuery().Where(i => i.MerchantId == merchant)
            .Include(i => i.Lines).Include(i => i.Payments.OrderBy(p => p.Id)).OrderBy(i => i.Id).ToListAsync()),
        await db.ReadAsync(d => d.Set<Attachment>().AsNoTracking()
            .Where(a => a.MerchantId == merchant && a.WithholdingAmount > 0).OrderBy(a => a.Id).ToListAsync()),
        await db.ReadAsync(d => d.Set<CoretaxRow>().AsNoTracking()
            .Where(r => r.MerchantId == merchant).OrderBy(r => r.Number).ToListAsync()),
        await NumberBook.ReadAsync(db, merchant));

    /// <summary>Everything as one text: two moments between which nothing happened have the same.</summary>
    public string Written() => JsonSerializer.Serialize(
        new { Invoices, Slips, Rows = Rows.Select(r => new { r.Number, Word = r.Word().Write() }), Numbers });

    /// <summary>The same but for the counters that say that somebody wrote.</summary>
    public string WrittenWithoutVersions() => Version().Replace(Written(), "");

    /// <summary>docs/rules.md 2 to 5, invoice by invoice and number by number.</summary>
    public void ShouldHold()
    {
        foreach (var invoice in Invoices)
        {
            SumsShouldAgree(invoice);
            invoice.Status.Should().Be(StatusOf(invoice), invoice.Number);
            NumberShouldBeRightful(invoice);
        }

        SettlementsShouldHaveTwoSides();
        NumbersShouldBeConserved();
    }

    private void SumsShouldAgree(Invoice invoice)
    {
        DateOnly? day = invoice.DocumentType == DocumentType.CreditNote
            ? Invoices.Single(i => i.Id == invoice.RefersToId).InvoiceDate
            : null;
        Law.Sen(invoice.Total).Should().Be(
            100 * LawFiles.LawOf(invoice, day).Total(LawFiles.LinesOf(invoice, day)), invoice.Number);
        invoice.Paid.Should().Be(invoice.Payments.Where(p => p.UndoneAt is null).Sum(p => p.Amount), invoice.Number);
        invoice.Deducted.Should().Be(Withheld(invoice), invoice.Number);
        invoice.Outstanding.Should().Be(
            invoice.CancelledAt is null ? invoice.Total - invoice.Paid - invoice.Deducted : 0, invoice.Number);
    }

    private decimal Withheld(Invoice invoice) =>
        Slips.Where(s => s.InvoiceId == invoice.Id && s.Deducts).Sum(s => s.WithholdingAmount);

    // The facts that people gave, never the status that was there before.
    private InvoiceStatus StatusOf(Invoice invoice)
    {
        if (invoice.CancelledAt is not null)
        {
            return InvoiceStatus.Cancelled;
        }

        if (invoice.IssuedAt is null)
        {
            return invoice.BillKey is null ? InvoiceStatus.Draft : InvoiceStatus.Proforma;
        }

        var paid = invoice.Payments.Where(p => p.UndoneAt is null).Sum(p => p.Amount);
        var owed = invoice.Total - paid - Withheld(invoice);
        var customerOwes = invoice.DocumentType is DocumentType.Invoice or DocumentType.DebitNote;
        return owed <= 0 ? InvoiceStatus.Paid
            : customerOwes && invoice.Due < Now ? InvoiceStatus.Overdue
            : paid > 0 ? InvoiceStatus.PartiallyPaid
            : InvoiceStatus.Unpaid;
    }

    private static void NumberShouldBeRightful(Invoice invoice)
    {
        if (invoice.TaxNumber is { } number)
        {
            (invoice.IssuedAt, invoice.InvoiceTax, invoice.DeletedAt, invoice.DocumentType == DocumentType.CreditNote).Should().Be(
                (invoice.IssuedAt ?? default, true, null, false), invoice.Number);
            number.Digits[3..5].Should().Be((invoice.InvoiceDate.Year % 100).ToString("00", null), invoice.Number);
        }

        if (invoice.DeletedAt is not null)
        {
            invoice.TaxApproval.Should().Be(TaxApproval.Unknown, invoice.Number);
        }
    }

    private void SettlementsShouldHaveTwoSides()
    {
        var sides = Invoices
            .SelectMany(i => i.Payments.Where(p => p.UndoneAt is null && p.SettlesInvoiceId is not null)
                .Select(p => (From: i.Id, To: p.SettlesInvoiceId!.Value, p.Amount)))
            .ToList();
        sides.Order().Should().Equal(sides.Select(s => (s.To, s.From, s.Amount)).Order());
    }

    // Held, available or spent: each number is one of them and only one.
    private void NumbersShouldBeConserved()
    {
        Numbers.Used.Should().OnlyHaveUniqueItems();
        var spent = Rows.Where(r => r.Status.IsFinal() && r.Desktop is not null).Select(r => r.Desktop!.Value.Value).ToList();
        Numbers.Free.Should().NotIntersectWith(spent);
        Numbers.Used.Concat(Numbers.Free).Concat(spent.Except(Numbers.Used).Intersect(Numbers.InRanges)).Order()
            .Should().Equal(Numbers.InRanges);
        Invoices.Select(i => i.CoretaxNumber).OfType<string>().Should().OnlyHaveUniqueItems();
    }

    [GeneratedRegex(@"""Version"":\d+")]
    private static partial Regex Version();
}
