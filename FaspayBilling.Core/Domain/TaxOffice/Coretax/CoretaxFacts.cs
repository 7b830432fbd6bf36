using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.TaxOffice.Codes;

namespace FaspayBilling.Core.Domain.TaxOffice.Coretax;

/// <summary>What is known here of the tax invoices that a list may speak of: the invoices, and what earlier lists said.</summary>
public sealed class CoretaxFacts
{
    private readonly Dictionary<long, CoretaxInvoice> byId;
    private readonly Dictionary<string, Invoice> byNumber;
    private readonly Dictionary<string, Invoice> others;
    private readonly Dictionary<TaxNumber, Invoice> byTaxNumber;
    private readonly ILookup<string, Invoice> byDigits;
    private readonly ILookup<string, Invoice> bySerial;
    private readonly Dictionary<string, CoretaxRow> rows;
    private readonly ILookup<string, CoretaxRow> rowsBySerial;
    private readonly ILookup<long, CoretaxRow> rowsByInvoice;

    /// <param name="invoices">Those that a row may belong to.</param>
    /// <param name="rows">What earlier lists said.</param>
    /// <param name="others">Those that a reference names although no row can belong to them: deleted, or no tax invoices.</param>
    public CoretaxFacts(IEnumerable<CoretaxInvoice> invoices, IEnumerable<CoretaxRow> rows, IEnumerable<Invoice> others)
    {
        this.others = others.ToDictionary(i => i.Number, StringComparer.Ordinal);
        byId = invoices.ToDictionary(i => i.Invoice.Id);
        var all = byId.Values.Select(i => i.Invoice).ToList();
        byNumber = all.ToDictionary(i => i.Number, StringComparer.Ordinal);
        byTaxNumber = all.Where(i => i.TaxNumber is not null).ToDictionary(i => i.TaxNumber!.Value);
        byDigits = all.Where(i => i.CoretaxNumber is not null).ToLookup(i => i.CoretaxNumber!, StringComparer.Ordinal);
        bySerial = all.Where(i => CoretaxNumber.TryParse(i.CoretaxNumber, out _)).ToLookup(
            i => SerialOf(i.CoretaxNumber), StringComparer.Ordinal);
        this.rows = rows.ToDictionary(r => r.Number, StringComparer.Ordinal);
        rowsBySerial = this.rows.Values.ToLookup(r => r.Serial, StringComparer.Ordinal);
        rowsByInvoice = this.rows.Values.Where(Told).ToLookup(r => r.InvoiceId!.Value);
    }

    /// <summary>The invoice of that key with its buyer; null when it is not among them.</summary>
    public CoretaxInvoice? Invoice(long id) => byId.GetValueOrDefault(id);

    /// <summary>The invoice that holds that E-Faktur No now; null without one.</summary>
    public Invoice? Holder(TaxNumber number) => byTaxNumber.GetValueOrDefault(number);

    /// <summary>What the list said of that number before; null for a new one.</summary>
    public CoretaxRow? Known(CoretaxListRow row) => row.Number is { } number ? rows.GetValueOrDefault(number.Digits) : null;

    /// <summary>The rows that an invoice was told of.</summary>
    public IEnumerable<CoretaxRow> RowsOf(Invoice invoice) => rowsByInvoice[invoice.Id];

    /// <summary>
    /// Invoices of ours that no row can belong to and that its reference names all the same, or that of a row of the same serial which
    /// still waits: an amended or cancelled one may come without it.
    /// </summary>
    public IEnumerable<Invoice> Others(CoretaxListRow row)
    {
        var kin = row.Number is { } number && row.Status.IsFinal()
            ? rowsBySerial[number.Serial].Where(r => r.Waits && (r.Number != number.Digits || row.Reference.Length == 0))
            : [];
        return kin.Select(r => r.Reference)
            .Prepend(row.Reference)
            .SelectMany(CoretaxReference.Numbers)
            .Select(n => others.GetValueOrDefault(n))
            .OfType<Invoice>()
            .Distinct();
    }

    /// <summary>Every invoice that a row may belong to, and why; the surest first.</summary>
    public IEnumerable<(Invoice Invoice, CoretaxMatch By)> Find(CoretaxListRow row)
    {
        var named = false;
        foreach (var reference in CoretaxReference.Numbers(row.Reference))
        {
            if (byNumber.TryGetValue(reference, out var invoice))
            {
                named = true;
                yield return (invoice, CoretaxMatch.Reference);
            }

            named |= others.ContainsKey(reference);
        }

        // A number that was rejected, or is not given yet, is nobody's: another invoice may have taken it since.
        if (row.Number is not { } number || (named && !row.Status.IsFinal()))
        {
            yield break;
        }

        if (number.Desktop is { } desktop && byTaxNumber.TryGetValue(desktop, out var holder))
        {
            yield return (holder, CoretaxMatch.TaxNumber);
        }

        foreach (var same in byDigits[number.Digits].Concat(Of(Known(row))))
        {
            yield return (same, CoretaxMatch.Number);
        }

        foreach (var kin in bySerial[number.Serial].Concat(rowsBySerial[number.Serial].SelectMany(Of)))
        {
            yield return (kin, CoretaxMatch.Serial);
        }
    }

    private IEnumerable<Invoice> Of(CoretaxRow? row) =>
        row is { InvoiceId: { } id, DismissedAt: null } && byId.TryGetValue(id, out var found) ? [found.Invoice] : [];

    private static bool Told(CoretaxRow row) => row is { InvoiceId: not null, DismissedAt: null, Conflicts.Count: 0 };

    private static string SerialOf(string? digits) => CoretaxNumber.TryParse(digits, out var number) ? number.Serial : "";
}

/// <summary>An invoice with its buyer as it is now.</summary>
public sealed record CoretaxInvoice(Invoice Invoice, Customer Customer);
