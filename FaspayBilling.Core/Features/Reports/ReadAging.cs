using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Attachments;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Reports;

/// <summary>
/// Reads the Invoice Aging report (docs/sources/faspay.md 22): what customers owed on the evening of a day, and for how long. Two commands.
/// </summary>
public sealed class ReadAging(IDbContextFactory<BillingDb> dbs)
{
    /// <summary>At most so many rows are read to be printed.</summary>
    public const int MostPrinted = 1_000;

    /// <summary>A page past the end answers the last one, a day beyond all that can be meant the last that can.</summary>
    public Task<AgingReport> HandleAsync(Actor actor, AgingQuery query, CancellationToken stop) =>
        ReadAsync(actor, query, PageSizes.Of(query.Size), stop);

    /// <summary>For printing: all rows on one page, the longest overdue of them where they are too many for paper.</summary>
    public Task<AgingReport> PrintAsync(Actor actor, AgingQuery query, CancellationToken stop) =>
        ReadAsync(actor, query with { Page = 1 }, MostPrinted, stop);

    private async Task<AgingReport> ReadAsync(Actor actor, AgingQuery query, int size, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        query = query with { AsOf = DayRange.Known.Nearest(query.AsOf) };
        return query.Search.Trim().Length > 0
            ? await SearchAsync(db, actor, query, size, stop)
            : await new KeptAging(db, actor, query.AsOf).ReadAsync(query.Page, size, stop);
    }

    private static async Task<AgingReport> SearchAsync(BillingDb db, Actor actor, AgingQuery query, int size, CancellationToken stop)
    {
        var open = Open(db, actor, query);
        var (d1, d31, d61, d91, d121) = (Before(query, 0), Before(query, 30), Before(query, 60), Before(query, 90), Before(query, 120));
        var sums = await open
            .GroupBy(o => o.Due >= d1 ? AgingClass.Current
                : o.Due >= d31 ? AgingClass.To30
                : o.Due >= d61 ? AgingClass.To60
                : o.Due >= d91 ? AgingClass.To90
                : o.Due >= d121 ? AgingClass.To120
                : AgingClass.Older)
            .Select(g => new { Class = g.Key, Sum = g.Sum(o => o.Owed), Count = g.Count() })
            .ToListAsync(stop);
        var total = sums.Sum(s => s.Count);
        var number = Math.Clamp(query.Page, 1, Math.Max(1, (total + size - 1) / size));
        var rows = await Sorted(open).Skip((number - 1) * size).Take(size).ToListAsync(stop);
        return new AgingReport(
            query.AsOf,
            new Page<AgingRow>([.. rows.Select(o => Row(o, query.AsOf))], total, number, size),
            Enum.GetValues<AgingClass>().ToDictionary(c => c, c => sums.Where(s => s.Class == c).Sum(s => s.Sum)));
    }

    internal static IQueryable<OpenInvoice> Sorted(IQueryable<OpenInvoice> open) => open.OrderBy(o => o.Due).ThenBy(o => o.Id);

    private static DateTime Before(AgingQuery query, int days) => JakartaCalendar.StartOf(query.AsOf.AddDays(-days));

    internal static AgingRow Row(OpenInvoice open, DateOnly asOf) =>
        new(open.Id, open.Number, open.Customer, open.InvoiceDate, open.Due, open.Owed, Aging.DaysOverdue(open.Due, asOf), open.Type);

    internal static IQueryable<OpenInvoice> Open(BillingDb db, Actor actor, AgingQuery query)
    {
        var evening = JakartaCalendar.StartOf(query.AsOf.AddDays(1));
        var invoices = db.Set<Invoice>().VisibleTo(actor).Receivables()
            .Where(i => i.IssuedAt != null
                && i.InvoiceDate <= query.AsOf
                && (i.CancelledAt == null || i.CancelledAt >= evening));
        if (query.Search.Trim() is { Length: > 0 } search)
        {
            invoices = db.Matching(invoices, actor.MerchantId, search);
        }

        return invoices
            .Select(i => new OpenInvoice
            {
                Id = i.Id,
                Number = i.Number,
                Type = i.DocumentType,
                Customer = i.CustomerName,
                InvoiceDate = i.InvoiceDate,
                Due = i.Due,
                Owed = i.Total
                    - i.Payments.Where(p => p.Date <= query.AsOf && (p.UndoneAt == null || p.UndoneAt >= evening)).Sum(p => p.Amount)
                    - db.Set<Attachment>()
                        .Where(d => d.InvoiceId == i.Id && d.Deducts && d.UploadedAt < evening)
                        .Sum(d => d.WithholdingAmount),
            })
            .Where(o => o.Owed > 0);
    }

    internal sealed class OpenInvoice
    {
        public required long Id { get; init; }

        public required string Number { get; init; }

        public required DocumentType Type { get; init; }

        public required string Customer { get; init; }

        public required DateOnly InvoiceDate { get; init; }

        public required DateTime Due { get; init; }

        public required decimal Owed { get; init; }
    }
}
