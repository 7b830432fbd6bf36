using System.Globalization;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.TaxOffice.Coretax;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.TaxOffice.CoretaxLists;

/// <summary>Reads what is known here of a list's rows; asked alike for the preview and under the lock.</summary>
internal static class CoretaxQueries
{
    /// <summary>Rows that are looked up in one command.</summary>
    public const int AtOnce = 200;

    // An invoice may know a number from its PDF alone: it is looked up by every number that its replacements may have.
    private const int Revisions = 4;

    /// <summary>The facts about all of these rows, a few commands for some hundred of them.</summary>
    /// <param name="db">Where they are read.</param>
    /// <param name="actor">Whose.</param>
    /// <param name="rows">The list's rows.</param>
    /// <param name="also">Key of an invoice that somebody chose; null without.</param>
    /// <param name="progress">Told the share that was read; may be null.</param>
    /// <param name="stop">Ends the reading.</param>
    public static async Task<CoretaxFacts> FactsAsync(
        BillingDb db,
        Actor actor,
        IReadOnlyList<CoretaxListRow> rows,
        long? also,
        IProgress<double>? progress,
        CancellationToken stop)
    {
        var invoices = new Dictionary<long, Invoice>();
        var known = new Dictionary<long, CoretaxRow>();
        var customers = new Dictionary<long, Customer>();
        var done = 0;
        foreach (var some in rows.Chunk(AtOnce))
        {
            await ReadAsync(db, actor, some, also, (invoices, known, customers), stop);
            done += some.Length;
            progress?.Report((double)done / rows.Count);
        }

        return new CoretaxFacts(invoices.Values.Select(i => new CoretaxInvoice(i, customers[i.CustomerId])), known.Values);
    }

    private static async Task ReadAsync(
        BillingDb db,
        Actor actor,
        CoretaxListRow[] rows,
        long? also,
        (Dictionary<long, Invoice> Invoices, Dictionary<long, CoretaxRow> Rows, Dictionary<long, Customer> Customers) found,
        CancellationToken stop)
    {
        var numbers = rows.Select(r => r.Number).OfType<CoretaxNumber>().Distinct().ToList();
        var serials = numbers.Select(n => n.Serial).Distinct(StringComparer.Ordinal).ToList();
        var ofSerials = await db.Set<CoretaxRow>().VisibleTo(actor).Where(r => serials.Contains(r.Serial)).ToListAsync(stop);
        var references = rows.SelectMany(r => CoretaxReference.Numbers(r.Reference)).Distinct(StringComparer.Ordinal).ToList();
        var desktops = numbers.Select(n => n.Desktop).OfType<TaxNumber>().Distinct().ToList();
        var digits = numbers.SelectMany(Kin).Distinct(StringComparer.Ordinal).ToList();
        var assigned = ofSerials.Select(r => r.InvoiceId).Append(also).OfType<long>().Distinct().ToList();
        var invoices = await db.Set<Invoice>()
            .VisibleTo(actor)
            .Where(TaxInvoices.Are)
            .Where(i => references.Contains(i.Number)
                || (i.TaxNumber != null && desktops.Contains(i.TaxNumber.Value))
                || (i.CoretaxNumber != null && digits.Contains(i.CoretaxNumber))
                || assigned.Contains(i.Id))
            .ToListAsync(stop);
        invoices.ForEach(i => found.Invoices.TryAdd(i.Id, i));
        var keys = invoices.ConvertAll(i => i.Id);
        var others = keys.Count == 0 ? [] : await db.Set<CoretaxRow>()
            .VisibleTo(actor)
            .Where(r => r.InvoiceId != null && keys.Contains(r.InvoiceId.Value))
            .ToListAsync(stop);
        foreach (var row in ofSerials.Concat(others))
        {
            found.Rows.TryAdd(row.Id, row);
        }

        var missing = invoices.Select(i => i.CustomerId).Where(id => !found.Customers.ContainsKey(id)).Distinct().ToList();
        var buyers = missing.Count == 0 ? [] : await db.Set<Customer>()
            .VisibleTo(actor)
            .Where(c => missing.Contains(c.Id))
            .ToListAsync(stop);
        buyers.ForEach(c => found.Customers.TryAdd(c.Id, c));
    }

    private static IEnumerable<string> Kin(CoretaxNumber number)
    {
        yield return number.Digits;
        for (var revision = 0; revision < (number.Desktop is null ? Revisions : 2); revision++)
        {
            yield return number.Desktop is { } desktop
                ? CoretaxNumber.Of(number.TransactionCode, revision == 1, desktop).Digits
                : string.Create(CultureInfo.InvariantCulture, $"{number.TransactionCode}{revision:D2}{number.Serial}");
        }
    }
}
