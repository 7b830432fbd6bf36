using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.TaxOffice.Coretax;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.TaxOffice.CoretaxLists;

/// <summary>
/// Which invoices some rows of the list belong to, and what is known of them already; asked alike for the preview and under the lock.
/// </summary>
internal sealed class CoretaxMatching
{
    private readonly Dictionary<string, Invoice> byNumber;
    private readonly Dictionary<TaxNumber, Invoice> byTaxNumber;
    private readonly Dictionary<string, CoretaxRow> known;
    private readonly Dictionary<long, Invoice> byId;

    private CoretaxMatching(List<Invoice> invoices, List<CoretaxRow> rows)
    {
        byNumber = invoices.ToDictionary(i => i.Number, StringComparer.Ordinal);
        byTaxNumber = invoices.Where(i => i.TaxNumber is not null).ToDictionary(i => i.TaxNumber!.Value);
        byId = invoices.ToDictionary(i => i.Id);
        known = rows.ToDictionary(r => r.Number, StringComparer.Ordinal);
    }

    /// <summary>Reads what a few hundred rows need, in two commands.</summary>
    public static async Task<CoretaxMatching> ReadAsync(
        BillingDb db, Actor actor, IReadOnlyCollection<CoretaxListRow> rows, CancellationToken stop)
    {
        var numbers = rows.Where(r => r.Number is not null).Select(r => r.Number!.Value.Digits).Distinct(StringComparer.Ordinal).ToList();
        var references = rows.Select(r => r.Reference).Where(r => r.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var desktops = rows.Select(r => r.Number?.Desktop).OfType<TaxNumber>().Distinct().ToList();
        var known = await db.Set<CoretaxRow>().VisibleTo(actor).Where(r => numbers.Contains(r.Number)).ToListAsync(stop);
        var assigned = known.Where(r => r.InvoiceId is not null).Select(r => r.InvoiceId!.Value).Distinct().ToList();
        var invoices = await db.Set<Invoice>()
            .VisibleTo(actor)
            .Where(i => i.InvoiceTax
                && (references.Contains(i.Number)
                    || (i.TaxNumber != null && desktops.Contains(i.TaxNumber.Value))
                    || assigned.Contains(i.Id)))
            .ToListAsync(stop);
        return new CoretaxMatching(invoices, known);
    }

    /// <summary>What the list said of that number before; null for a new one.</summary>
    public CoretaxRow? Known(CoretaxListRow row) => row.Number is { } number ? known.GetValueOrDefault(number.Digits) : null;

    /// <summary>By reference, else by the number of Desktop that shows with a 9, else as somebody chose before.</summary>
    public (Invoice? Invoice, CoretaxMatch By) Find(CoretaxListRow row) =>
        byNumber.TryGetValue(row.Reference, out var invoice) ? (invoice, CoretaxMatch.Reference)
        : row.Number?.Desktop is { } desktop && byTaxNumber.TryGetValue(desktop, out invoice) ? (invoice, CoretaxMatch.DesktopNumber)
        : Known(row)?.InvoiceId is { } id && byId.TryGetValue(id, out invoice) ? (invoice, CoretaxMatch.Hand)
        : (null, CoretaxMatch.None);

    public void Add(CoretaxRow row) => known[row.Number] = row;
}
