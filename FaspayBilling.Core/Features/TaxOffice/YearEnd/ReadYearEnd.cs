using FaspayBilling.Core.Data;
using FaspayBilling.Core.Data.Totals;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Features.TaxOffice.Exports;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.TaxOffice.YearEnd;

/// <summary>Reads what a year leaves behind: numbers that nobody used, and tax invoices without a number or without a file.</summary>
public sealed class ReadYearEnd(IDbContextFactory<BillingDb> dbs)
{
    /// <summary>Invoices that are named of each kind; the others are counted.</summary>
    public const int Most = 200;

    /// <summary>Refuses <c>module.off</c>.</summary>
    public async Task<Outcome<YearEndView>> HandleAsync(Actor actor, int year, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        if (await db.WhyNotEFakturAsync(actor, stop) is { } no)
        {
            return no;
        }

        var ranges = await db.Set<TaxNumberRange>()
            .VisibleTo(actor)
            .Where(r => r.Year == year)
            .OrderBy(r => r.Start)
            .Select(
                r => new LeftoverRange(r.Start, r.End, db.Set<AvailableRun>().Where(f => f.RangeId == r.Id).Sum(f => f.Last - f.First + 1)))
            .ToListAsync(stop);
        var counts = await db.Set<TaxTotal>().VisibleTo(actor).Where(t => t.Year == year)
            .ToDictionaryAsync(t => t.Kind, t => t.Count, stop);
        return new YearEndView(
            year,
            counts.GetValueOrDefault(TaxKind.Issued),
            ranges,
            await MissingAsync(TaxKind.WithoutNumber),
            await MissingAsync(TaxKind.WithoutFile))
        {
            Late = counts.GetValueOrDefault(TaxKind.Late),
            Waiting = counts.GetValueOrDefault(TaxKind.Waiting),
        };

        async Task<OpenInvoices> MissingAsync(TaxKind kind) =>
            counts.GetValueOrDefault(kind) is > 0 and var count
                ? new OpenInvoices(count, await RowsAsync(db, actor, kind, year, stop))
                : new OpenInvoices(0, []);
    }

    private static Task<List<OpenInvoice>> RowsAsync(BillingDb db, Actor actor, TaxKind kind, int year, CancellationToken stop)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return db.Set<TaxGap>().VisibleTo(actor).Where(g => g.Kind == kind && g.InvoiceDate >= first && g.InvoiceDate <= last)
            .OrderBy(g => g.InvoiceDate).ThenBy(g => g.InvoiceId).Take(Most)
            .Join(db.Set<Invoice>(), g => g.InvoiceId, i => i.Id, (g, i) => i)
            .OrderBy(i => i.InvoiceDate).ThenBy(i => i.Id)
            .Select(i => new OpenInvoice(i.Id, i.Number, i.InvoiceDate, i.CustomerName, i.TaxNumber, i.CoretaxNumber))
            .ToListAsync(stop);
    }
}

/// <summary>What a year leaves behind.</summary>
/// <param name="Year">By invoice date, and Year Period of the ranges.</param>
/// <param name="Invoices">Issued and taxed invoices of the year.</param>
/// <param name="Ranges">Each range with what is left of it.</param>
/// <param name="WithoutNumber">Neither an E-Faktur No nor a number of Coretax.</param>
/// <param name="WithoutFile">A number, but no E-Faktur file.</param>
public sealed record YearEndView(
    int Year,
    int Invoices,
    IReadOnlyList<LeftoverRange> Ranges,
    OpenInvoices WithoutNumber,
    OpenInvoices WithoutFile)
{
    /// <summary>Numbers of all ranges that no invoice holds.</summary>
    public long Left => Ranges.Sum(r => r.Left);

    /// <summary>Those of the invoices that were issued after the year was over.</summary>
    public int Late { get; init; }

    /// <summary>Drafts and Proformas with Invoice Tax that are dated in the year: each takes a number when it is issued.</summary>
    public int Waiting { get; init; }
}

/// <summary>A range and how many of its numbers no invoice holds.</summary>
public sealed record LeftoverRange(TaxNumber Start, TaxNumber End, long Left)
{
    public long Total => End.Value - Start.Value + 1;
}

/// <summary>How many, and the oldest of them.</summary>
public sealed record OpenInvoices(int Count, IReadOnlyList<OpenInvoice> First);

/// <summary>A tax invoice that something is missing of.</summary>
public sealed record OpenInvoice(long Id, string Number, DateOnly Date, string Customer, TaxNumber? TaxNumber, string? CoretaxNumber)
{
    public string? ShownNumber => TaxNumber?.ToString() ?? CoretaxNumber;
}
