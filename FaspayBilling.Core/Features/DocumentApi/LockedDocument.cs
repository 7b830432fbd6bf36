using System.Globalization;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Actions;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Files;
using FaspayBilling.Core.Features.Invoices;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.DocumentApi;

/// <summary>A document read under its issuer's lock, with the notes that stand against it.</summary>
/// <param name="Invoice">The document.</param>
/// <param name="Facts">All that the policies ask about it.</param>
/// <param name="Notes">Active notes that refer to it.</param>
internal sealed record LockedDocument(Invoice Invoice, InvoiceFacts Facts, IReadOnlyList<DocumentNote> Notes)
{
    private const int MostNotes = 20;

    internal static async Task<LockedDocument?> TakeAsync(WriteContext write, long id)
    {
        if (await write.Db.Set<Invoice>().VisibleTo(write.Actor).SingleOrDefaultAsync(i => i.Id == id, write.Stop) is not { } invoice)
        {
            return null;
        }

        write.About = id;
        var notes = await write.Db.Set<Invoice>().ActiveNotes(id).OrderBy(n => n.Id)
            .Select(n => new DocumentNote(n.DocumentId!, n.MerchantId, n.CounterpartyMerchantId)).ToListAsync(write.Stop);
        var hasTaxFile = await write.Db.Set<TaxFile>().HoldingAsync(invoice, write.Stop);
        return new LockedDocument(invoice, invoice.Facts(hasTaxFile, referenced: notes.Count > 0), notes);
    }

    /// <summary>
    /// The refusals as a caller may read them: who is not a party learns nothing of the document, the others learn what to do.
    /// </summary>
    internal IReadOnlyList<Refusal> For(ApiCaller caller, IReadOnlyList<Refusal> refusals, DateTime now) =>
        refusals is [{ Kind: RefusalKind.NotAllowed } stranger, ..]
            ? [stranger]
            : [.. refusals.Select(r => r with { Message = Said(caller, r, now) })];

    private static string Utc(DateTime instant) => instant.ToString("yyyy-MM-ddTHH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture);

    private Message Said(ApiCaller caller, Refusal refusal, DateTime now) => refusal.Code switch
    {
        "invoice.not-cancellable" or "document.not-rejectable" when Invoice.CancelledAt is { } at =>
            Message.Of($"{refusal.Code}:at", ("at", Utc(at))),
        "document.rejection-requested" => Message.Of($"{refusal.Code}:at", ("at", Utc(Invoice.RejectRequestedAt!.Value))),
        "invoice.cancellation-period-over" => TimeOver(refusal, Invoice.DocumentCancelDeadline, now),
        "document.rejection-period-over" => TimeOver(refusal, Invoice.DocumentRejectDeadline, now),
        "invoice.referenced" => Blocking(caller, refusal),
        _ => refusal.Message,
    };

    private Message TimeOver(Refusal refusal, DateTime? end, DateTime now) => Message.Of(
        $"{refusal.Code}:at", ("issued", Utc(Invoice.IssuedAt!.Value)), ("end", Utc(end!.Value)), ("now", Utc(now)));

    private Message Blocking(ApiCaller caller, Refusal refusal)
    {
        var seen = Notes.Where(n => n.IssuerMerchantId == caller.MerchantId || n.CounterpartyMerchantId == caller.MerchantId)
            .Select(n => (Value)n.DocumentId)
            .Take(MostNotes)
            .ToList();
        return seen.Count == 0
            ? Message.Of($"{refusal.Code}:count", ("count", Value.Plain(Notes.Count)))
            : Message.Of($"{refusal.Code}:notes", ("notes", Value.List(seen)));
    }
}

/// <summary>A note that stands against a document, and who may see it.</summary>
public sealed record DocumentNote(string DocumentId, long IssuerMerchantId, long? CounterpartyMerchantId);
