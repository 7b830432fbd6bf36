using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.TaxOffice.Codes;

namespace FaspayBilling.Core.Domain.TaxOffice.Coretax;

/// <summary>
/// The newest word of Coretax's list on one tax invoice; kept also when no invoice of ours matches, or when it contradicts what is
/// known here: then it waits for somebody's decision (docs/rules.md 5).
/// </summary>
public sealed class CoretaxRow : IMerchantOwned
{
    private string number = "";

    public long Id { get; private set; }

    public required long MerchantId { get; init; }

    /// <summary>17 digits; unique per merchant.</summary>
    public required string Number
    {
        get => number;
        init => (number, Serial, Desktop) = (value, Read(value).Serial, Read(value).Desktop);
    }

    /// <summary>13 digits that it shares with what it replaces and with what replaces it.</summary>
    public string Serial { get; private set; } = "";

    /// <summary>The number of a range in it; null for one that Coretax itself gave.</summary>
    public TaxNumber? Desktop { get; private set; }

    /// <summary>Referensi: our invoice number; may be empty on amended or cancelled rows.</summary>
    public required string Reference { get; set; }

    public required CoretaxStatus Status { get; set; }

    public required DateOnly Date { get; set; }

    /// <summary>Masa Pajak and Tahun, its first day; null for rows that were read before they were kept.</summary>
    public DateOnly? Month { get; set; }

    public required string BuyerName { get; set; }

    /// <summary>NPWP or other identity as the list writes it.</summary>
    public required string BuyerId { get; set; }

    public required decimal TaxBase { get; set; }

    public required decimal Vat { get; set; }

    /// <summary>The invoice it belongs to; null while none matches.</summary>
    public long? InvoiceId { get; private set; }

    /// <summary>What contradicts what is known here: while there is anything, no invoice is told of this word.</summary>
    public Sequence<Message> Conflicts { get; private set; } = Sequence<Message>.Empty;

    /// <summary>The contradictions that somebody saw and accepted: the next list does not ask about them again.</summary>
    public Sequence<Message> Accepted { get; private set; } = Sequence<Message>.Empty;

    /// <summary>Keys of the invoices that it may belong to while it contradicts something.</summary>
    public Sequence<long> Candidates { get; private set; } = Sequence<long>.Empty;

    /// <summary>When somebody said that it belongs to no invoice of ours; nobody is asked again.</summary>
    public DateTime? DismissedAt { get; private set; }

    public string? DismissedBy { get; private set; }

    /// <summary>Somebody has to choose or dismiss it.</summary>
    public bool Waits { get; private set; } = true;

    public required DateTime ReadAt { get; set; }

    public int Version { get; private set; }

    /// <summary>Takes over what the list says and what follows from it.</summary>
    public void Take(CoretaxRowWord word)
    {
        (Reference, Status, Date, Month) = (word.Reference, word.Status, word.Date, word.Month);
        (BuyerName, BuyerId, TaxBase, Vat, ReadAt) = (word.BuyerName, word.BuyerId, word.TaxBase, word.Vat, word.ReadAt);
        (InvoiceId, Conflicts, Accepted, Candidates) = (word.InvoiceId, word.Conflicts, word.Accepted, word.Candidates);
        (DismissedAt, DismissedBy) = (word.DismissedAt, word.DismissedBy);
        Waits = DismissedAt is null && (InvoiceId is null || Conflicts.Count > 0);
    }

    /// <summary>It is that invoice's; what contradicts was seen and accepted.</summary>
    public void Assign(long invoiceId, Sequence<Message> accepted) => Take(Word() with
    {
        InvoiceId = invoiceId,
        Accepted = accepted,
        Conflicts = Sequence<Message>.Empty,
        Candidates = Sequence<long>.Empty,
        DismissedAt = null,
        DismissedBy = null,
    });

    /// <summary>It is no invoice's of ours; its contradictions are not asked about again.</summary>
    public void Dismiss(DateTime at, string by) => Take(Word() with
    {
        InvoiceId = null,
        Accepted = new([.. Accepted.Union(Conflicts)]),
        Conflicts = Sequence<Message>.Empty,
        Candidates = Sequence<long>.Empty,
        DismissedAt = at,
        DismissedBy = by,
    });

    /// <summary>All that it says now, to be compared and to be put back.</summary>
    public CoretaxRowWord Word() => new(
        Reference, Status, Date, Month, BuyerName, BuyerId, TaxBase, Vat, ReadAt, InvoiceId, Conflicts, Accepted, Candidates, DismissedAt,
        DismissedBy);

    /// <summary>It as the list's row that it came from.</summary>
    public CoretaxListRow Listed() => new(
        0, Read(Number), Reference, Status, Date, BuyerName, BuyerId, TaxBase, Vat, Month ?? new DateOnly(Date.Year, Date.Month, 1));

    private static CoretaxNumber Read(string digits) =>
        CoretaxNumber.TryParse(digits, out var read)
            ? read
            : throw new InvalidOperationException($"{digits} was stored and is no number of Coretax.");
}
