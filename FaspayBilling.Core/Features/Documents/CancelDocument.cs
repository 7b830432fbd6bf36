using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.Cancellation;
using FaspayBilling.Core.Domain.Documents;
using FaspayBilling.Core.Domain.History;
using FaspayBilling.Core.Domain.Invoices;

namespace FaspayBilling.Core.Features.Documents;

/// <summary>Cancels a document for its issuer of record. Its E-Faktur No stays held (R28).</summary>
public sealed class CancelDocument(DocumentChanges changes)
{
    private static readonly DocumentVerb Verb = new("Cancel", "Cancelled", WhyNot, Change);

    /// <summary>
    /// Refuses <c>document.not-found</c>, <c>document.forbidden</c>, <c>invoice.not-cancellable</c>, <c>invoice.cancellation-period-over</c>,
    /// <c>invoice.referenced</c>, <c>cancel.reason</c>, <c>idempotency.other-request</c>.
    /// </summary>
    public Task<DocumentReply> HandleAsync(ApiCaller caller, DocumentWish wish, CancellationToken stop) => changes.RunAsync(caller, wish, Verb, stop);

    private static IReadOnlyList<Refusal> WhyNot(DocumentInHand document, ApiCaller caller, DocumentWish wish, DateTime now)
    {
        var facts = document.Invoice.Facts(hasTaxFile: false, referenced: document.Notes.Count > 0);
        return !caller.MayCancel ? [Refusals.DocumentNotGranted]
            : CancellationPolicy.WhyNot(new(CancellationChannel.DocumentApi, facts, caller.MerchantId == document.Invoice.MerchantId, wish.Reason, now));
    }

    private static void Change(Write write, Invoice invoice, ApiCaller caller, DocumentWish wish)
    {
        var reason = wish.Reason.Trim();
        invoice.Cancel(write.Now, reason);
        var held = invoice.TaxNumber is { } number ? $"; E-Faktur No {number} stays held" : "";
        write.History(HistorySubject.Invoice, invoice.Id, $"Cancelled over the document API: {reason} {DocumentVerb.By(caller, wish)}{held}");
        write.NotifyReceiver(invoice, DocumentNoticeKind.Cancelled);
    }
}
