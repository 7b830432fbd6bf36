using FaspayBilling.Core.Data;
using FaspayBilling.Core.Data.Totals;
using FaspayBilling.Core.Domain.Attachments;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Files;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Data.Totals;

/// <summary>What kept totals must say, worked out anew from the rows themselves and without SQL.</summary>
internal sealed record FreshTotals(
    IReadOnlyList<string> Months,
    IReadOnlyList<string> Customers,
    IReadOnlyList<string> Aging,
    IReadOnlyList<string> Years,
    IReadOnlyList<string> Uploads)
{
    /// <summary>Compares all totals of a merchant, or of all.</summary>
    public static async Task ShouldBeKeptAsync(TestDb db, long? merchant = null, string because = "")
    {
        var (kept, fresh) = (await db.ReadAsync(d => KeptAsync(d, merchant)), await db.ReadAsync(d => ReadAsync(d, merchant)));

        kept.Months.Order(StringComparer.Ordinal).Should().Equal(fresh.Months.Order(StringComparer.Ordinal), because);
        kept.Customers.Order(StringComparer.Ordinal).Should().Equal(fresh.Customers.Order(StringComparer.Ordinal), because);
        kept.Aging.Order(StringComparer.Ordinal).Should().Equal(fresh.Aging.Order(StringComparer.Ordinal), because);
        kept.Years.Order(StringComparer.Ordinal).Should().Equal(fresh.Years.Order(StringComparer.Ordinal), because);
        kept.Uploads.Order(StringComparer.Ordinal).Should().Equal(fresh.Uploads.Order(StringComparer.Ordinal), because);
    }

    private static async Task<FreshTotals> KeptAsync(BillingDb db, long? merchant)
    {
        var gaps = await db.Set<TaxGap>().Where(g => merchant == null || g.MerchantId == merchant).ToListAsync();
        var steps = await db.Set<AgingStep>().Where(s => merchant == null || s.MerchantId == merchant).ToListAsync();
        var aging = await db.Set<AgingTotal>().Where(t => merchant == null || t.MerchantId == merchant).ToListAsync();
        var years = await db.Set<TaxTotal>().Where(t => merchant == null || t.MerchantId == merchant).ToListAsync();
        aging.Select(t => $"{t.MerchantId} {t.DueDay:O} {t.Day:O} {t.Count} {t.Amount:F2}").Order(StringComparer.Ordinal).Should().Equal(
            steps.GroupBy(s => (s.MerchantId, s.DueDay, s.Day))
                .Select(g => (g.Key, Count: g.Sum(s => s.Count), Amount: g.Sum(s => s.Amount)))
                .Where(t => t.Count != 0 || t.Amount != 0)
                .Select(t => $"{t.Key.MerchantId} {t.Key.DueDay:O} {t.Key.Day:O} {t.Count} {t.Amount:F2}")
                .Order(StringComparer.Ordinal));
        gaps.Select(g => (g.MerchantId, g.InvoiceDate.Year, g.Kind)).CountBy(g => g).Select(g => (g.Key, g.Value)).Should().BeEquivalentTo(
            years.Where(t => t.Kind is TaxKind.WithoutFile or TaxKind.WithoutNumber)
                .Select(t => (Key: (t.MerchantId, t.Year, t.Kind), Value: t.Count)));
        return new FreshTotals(
            await db.Set<InvoiceTotal>().Where(t => merchant == null || t.MerchantId == merchant)
                .Select(t => $"{t.MerchantId} {t.Month:O} {t.Status} {t.DocumentType} {t.Count} {t.Total:F2} {t.Balance:F2}").ToListAsync(),
            await db.Set<CustomerTotal>().Where(t => merchant == null || t.MerchantId == merchant)
                .Select(t => $"{t.MerchantId} {t.CustomerId} {t.Count} {t.Outstanding:F2}").ToListAsync(),
            [.. steps.Select(s => $"{s.InvoiceId} {s.DueDay:O} {s.Day:O} {s.Count} {s.Amount:F2}")],
            [.. years.Select(t => $"{t.MerchantId} {t.Year} {t.Kind} {t.Count}")],
            await db.Set<UploadTotal>().Where(t => merchant == null || t.MerchantId == merchant)
                .Select(t => $"{t.MerchantId} {t.Month:O} {t.Count}").ToListAsync());
    }

    private static async Task<FreshTotals> ReadAsync(BillingDb db, long? merchant)
    {
        var invoices = await db.Set<Invoice>().AsNoTracking().Include(i => i.Payments)
            .Where(i => merchant == null || i.MerchantId == merchant).ToListAsync();
        var slips = (await db.Set<Attachment>().AsNoTracking().Where(a => a.Deducts).ToListAsync()).ToLookup(a => a.InvoiceId);
        var filed = await db.Set<TaxFile>().Where(f => f.ReplacedAt == null).Select(f => f.InvoiceId).ToHashSetAsync();
        return new FreshTotals(
            [.. invoices.GroupBy(i => (i.MerchantId, Month: i.InvoiceDate.AddDays(1 - i.InvoiceDate.Day), i.Status, i.DocumentType))
                .Select(g => $"{g.Key.MerchantId} {g.Key.Month:O} {g.Key.Status} {g.Key.DocumentType} {g.Count()} "
                    + $"{g.Sum(i => i.DocumentType.Signed(i.Total)):F2} {g.Sum(i => i.DocumentType.Balance(i.Outstanding) ?? 0):F2}")],
            [.. invoices.GroupBy(i => (i.MerchantId, i.CustomerId))
                .Select(g => $"{g.Key.MerchantId} {g.Key.CustomerId} {g.Count()} {g.Where(IsOwed).Sum(i => i.Outstanding):F2}")],
            [.. invoices.Where(IsOwed).SelectMany(i => Steps(i, [.. slips[i.Id]]))],
            [.. invoices.SelectMany(i => Kinds(i, filed.Contains(i.Id)).Select(k => (i.MerchantId, i.InvoiceDate.Year, Kind: k)))
                .CountBy(k => k).Select(k => $"{k.Key.MerchantId} {k.Key.Year} {k.Key.Kind} {k.Value}")],
            [.. invoices.Where(HasToBeUploaded).CountBy(i => (i.MerchantId, Month: i.InvoiceDate.AddDays(1 - i.InvoiceDate.Day)))
                .Select(m => $"{m.Key.MerchantId} {m.Key.Month:O} {m.Value}")]);
    }

    private static bool HasToBeUploaded(Invoice invoice) =>
        invoice.IsTaxInvoice && invoice.Status.IsIssued() && invoice.ExportedAt is null && invoice.CoretaxNumber is null;

    private static bool IsOwed(Invoice invoice) => invoice.IssuedAt is not null && invoice.DocumentType.IsReceivable();

    // Every day on which something may have changed is asked what was open on its evening.
    private static IEnumerable<string> Steps(Invoice invoice, IReadOnlyList<Attachment> slips)
    {
        DateOnly[] days =
        [
            invoice.InvoiceDate,
            .. invoice.Payments.Select(p => p.Date),
            .. invoice.Payments.Where(p => p.UndoneAt is not null).Select(p => JakartaCalendar.DayOf(p.UndoneAt!.Value)),
            .. slips.Select(s => JakartaCalendar.DayOf(s.UploadedAt)),
            .. invoice.CancelledAt is { } at ? [JakartaCalendar.DayOf(at)] : Array.Empty<DateOnly>(),
        ];
        var before = 0m;
        foreach (var day in days.Distinct().Order())
        {
            var open = Open(invoice, slips, day);
            if (open != before)
            {
                var count = (open > 0 ? 1 : 0) - (before > 0 ? 1 : 0);
                yield return $"{invoice.Id} {JakartaCalendar.DayOf(invoice.Due):O} {day:O} {count} {open - before:F2}";
            }

            before = open;
        }
    }

    private static decimal Open(Invoice invoice, IReadOnlyList<Attachment> slips, DateOnly day)
    {
        var evening = JakartaCalendar.StartOf(day.AddDays(1));
        return invoice.InvoiceDate > day || invoice.CancelledAt < evening ? 0 : Math.Max(
            0,
            invoice.Total
                - invoice.Payments.Where(p => p.Date <= day && (p.UndoneAt is null || p.UndoneAt >= evening)).Sum(p => p.Amount)
                - slips.Where(s => s.UploadedAt < evening).Sum(s => s.WithholdingAmount));
    }

    private static IEnumerable<TaxKind> Kinds(Invoice invoice, bool filed)
    {
        if (!invoice.IsTaxInvoice)
        {
            yield break;
        }

        if (invoice.Status is InvoiceStatus.Draft or InvoiceStatus.Proforma)
        {
            yield return TaxKind.Waiting;
        }

        if (!invoice.Status.IsIssued())
        {
            yield break;
        }

        yield return TaxKind.Issued;
        if (JakartaCalendar.YearOf(invoice.IssuedAt!.Value) > invoice.InvoiceDate.Year)
        {
            yield return TaxKind.Late;
        }

        if (invoice.TaxNumber is null && invoice.CoretaxNumber is null)
        {
            yield return TaxKind.WithoutNumber;
        }
        else if (!filed)
        {
            yield return TaxKind.WithoutFile;
        }
    }
}
