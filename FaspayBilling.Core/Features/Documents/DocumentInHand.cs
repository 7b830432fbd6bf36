using System.Globalization;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Time;
using FaspayBilling.Core.Features.Billings;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Documents;

/// <summary>A document read under its issuer's lock, with the notes that stand against it.</summary>
/// <param name="Invoice">The document.</param>
/// <param name="Notes">Active notes that refer to it.</param>
public sealed record DocumentInHand(Invoice Invoice, IReadOnlyList<DocumentNote> Notes)
{
    private const int MostNotes = 20;

    internal static async Task<DocumentInHand?> TakeAsync(Write write, long id)
    {
        if (await write.Db.Set<Invoice>().VisibleTo(write.Actor).SingleOrDefaultAsync(i => i.Id == id, write.Stop) is not { } invoice)
        {
            return null;
        }

        write.About = id;
        var notes = await write.Db.Set<Invoice>().ActiveNotes(id).OrderBy(n => n.Id)
            .Select(n => new DocumentNote(n.DocumentId!, n.MerchantId, n.CounterpartyMerchantId)).ToListAsync(write.Stop);
        return new DocumentInHand(invoice, notes);
    }

    /// <summary>The refusals as a caller may read them: who is not a party learns nothing of the document, the others learn what to do.</summary>
    internal IReadOnlyList<Refusal> For(ApiCaller caller, IReadOnlyList<Refusal> refusals, DateTime now) =>
        refusals is [{ Kind: RefusalKind.NotAllowed } stranger, ..] ? [stranger] : [.. refusals.Select(r => r with { Sentence = Sentence(caller, r, now) })];

    private static string Utc(DateTime instant) => instant.ToString("yyyy-MM-ddTHH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture);

    private string Sentence(ApiCaller caller, Refusal refusal, DateTime now) => refusal.Code switch
    {
        "invoice.not-cancellable" or "document.not-rejectable" when Invoice.CancelledAt is { } at => $"The document was cancelled at {Utc(at)}.",
        "document.rejection-requested" => $"A rejection was asked for at {Utc(Invoice.RejectRequestedAt!.Value)}; that is possible only once.",
        "invoice.cancellation-period-over" => TimeOver(Invoice.DocumentCancelDeadline, now),
        "document.rejection-period-over" => TimeOver(Invoice.DocumentRejectDeadline, now),
        "invoice.referenced" => $"{refusal.Sentence} {Blocking(caller)}",
        _ => refusal.Sentence,
    };

    private string TimeOver(DateTime? end, DateTime now) =>
        $"Validated {Utc(Invoice.IssuedAt!.Value)}, deadline {Utc(end!.Value)}, now {Utc(now)}. Issue a credit, debit or refund note instead.";

    private string Blocking(ApiCaller caller)
    {
        var seen = Notes.Where(n => n.IssuerMerchantId == caller.MerchantId || n.CounterpartyMerchantId == caller.MerchantId).Select(n => n.DocumentId).Take(MostNotes).ToList();
        return seen.Count == 0 ? $"Notes: {Notes.Count.ToString(CultureInfo.InvariantCulture)}." : $"Notes: {string.Join(", ", seen)}.";
    }
}

/// <summary>A note that stands against a document, and who may see it.</summary>
public sealed record DocumentNote(string DocumentId, long IssuerMerchantId, long? CounterpartyMerchantId);
