using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.Cancellation;
using FaspayBilling.Core.Domain.Documents;
using FaspayBilling.Core.Domain.History;
using FaspayBilling.Core.Domain.Invoices;

namespace FaspayBilling.Core.Features.Documents;

/// <summary>A receiver asks the issuer to cancel a document: the status stays, and no window grows longer.</summary>
public sealed class RejectDocument(DocumentChanges changes)
{
    private static readonly DocumentVerb Verb = new("Reject", "Requested for Rejection", WhyNot, Change);

    /// <summary>
    /// Refuses <c>document.not-found</c>, <c>document.forbidden</c>, <c>document.not-rejectable</c>, <c>document.rejection-requested</c>,
    /// <c>document.rejection-period-over</c>, <c>invoice.referenced</c>, <c>cancel.reason</c>, <c>idempotency.other-request</c>.
    /// </summary>
    public Task<DocumentReply> HandleAsync(ApiCaller caller, DocumentWish wish, CancellationToken stop) => changes.RunAsync(caller, wish, Verb, stop);

    private static IReadOnlyList<Refusal> WhyNot(DocumentInHand document, ApiCaller caller, DocumentWish wish, DateTime now)
    {
        var invoice = document.Invoice;
        return !caller.MayReject ? [Refusals.DocumentNotGranted]
            : RejectionPolicy.WhyNot(new(
                invoice.Status, caller.MerchantId == invoice.CounterpartyMerchantId, invoice.RejectRequestedAt, invoice.DocumentRejectDeadline, document.Notes.Count > 0, wish.Reason, now));
    }

    private static void Change(Write write, Invoice invoice, ApiCaller caller, DocumentWish wish)
    {
        var reason = wish.Reason.Trim();
        invoice.RequestRejection(write.Now, reason);
        write.History(HistorySubject.Invoice, invoice.Id, $"The receiver asks for a rejection over the document API: {reason} {DocumentVerb.By(caller, wish)}");
        write.Notify(invoice.MerchantId, invoice, DocumentNoticeKind.RejectionInitiated);
    }
}
