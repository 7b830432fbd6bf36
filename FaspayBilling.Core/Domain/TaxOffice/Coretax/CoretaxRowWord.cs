using System.Text.Json;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Codes;

namespace FaspayBilling.Core.Domain.TaxOffice.Coretax;

/// <summary>
/// All that a kept row of Coretax's list says; equal words are equal rows, and a read-in is undone by putting the word back.
/// </summary>
public sealed record CoretaxRowWord(
    string Reference,
    CoretaxStatus Status,
    DateOnly Date,
    DateOnly? Month,
    string BuyerName,
    string BuyerId,
    decimal TaxBase,
    decimal Vat,
    DateTime ReadAt,
    long? InvoiceId,
    Sequence<Message> Conflicts,
    Sequence<Message> Accepted,
    Sequence<long> Candidates,
    DateTime? DismissedAt,
    string? DismissedBy)
{
    /// <summary>As JSON.</summary>
    public string Write() => JsonSerializer.Serialize(new Kept(
        this with { Conflicts = null!, Accepted = null!, Candidates = null! },
        MessageJson.WriteMessages(Conflicts),
        MessageJson.WriteMessages(Accepted),
        [.. Candidates]));

    /// <summary>What <see cref="Write"/> wrote.</summary>
    public static CoretaxRowWord Read(string json)
    {
        var kept = JsonSerializer.Deserialize<Kept>(json)!;
        return kept.Word with
        {
            Conflicts = MessageJson.ReadMessages(kept.Conflicts),
            Accepted = MessageJson.ReadMessages(kept.Accepted),
            Candidates = new(kept.Candidates),
        };
    }

    private sealed record Kept(CoretaxRowWord Word, string Conflicts, string Accepted, long[] Candidates);
}
