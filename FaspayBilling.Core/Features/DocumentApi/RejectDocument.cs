using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices.Lifecycle;

namespace FaspayBilling.Core.Features.DocumentApi;

/// <summary>A receiver asks the issuer to cancel a document: the status stays, and no window grows longer.</summary>
public sealed class RejectDocument(DocumentChanges changes)
{
    /// <summary>
    /// Refuses <c>document.not-found</c>, <c>document.forbidden</c>, <c>document.not-rejectable</c>, <c>document.rejection-requested</c>,
    /// <c>document.rejection-period-over</c>, <c>invoice.referenced</c>, <c>cancel.reason</c>, <c>idempotency.other-request</c>.
    /// </summary>
    public Task<Outcome<ChangedDocument>> HandleAsync(ApiCaller caller, DocumentStateCommand command, CancellationToken stop) =>
        changes.RunAsync(caller, command, "document.reject", "Requested for Rejection", (write, document) =>
        {
            var refusals = WhyNot(caller, command, document, write.Now);
            if (refusals.Count == 0)
            {
                Change(write, document.Invoice, caller, command);
            }

            return Task.FromResult(refusals);
        }, stop);

    private static IReadOnlyList<Refusal> WhyNot(
        ApiCaller caller, DocumentStateCommand command, LockedDocument document, DateTime now)
    {
        var (invoice, facts, _) = document;
        return !caller.MayReject ? [DocumentRefusals.DocumentNotGranted]
            : RejectionPolicy.WhyNot(new(
                invoice.Status,
                caller.MerchantId == invoice.CounterpartyMerchantId,
                invoice.RejectRequestedAt,
                invoice.DocumentRejectDeadline,
                facts.Referenced,
                command.Reason,
                now));
    }

    private static void Change(WriteContext write, Invoice invoice, ApiCaller caller, DocumentStateCommand command)
    {
        var reason = DocumentReason.Kept(command.Reason) ?? "";
        invoice.RequestRejection(write.Now, reason);
        write.History(
            HistorySubject.Invoice,
            invoice.Id,
            "document.reject",
            ("reason", reason),
            ("call", command.By(caller)));
        write.Notify(invoice.MerchantId, invoice, DocumentNoticeKind.RejectionInitiated);
    }
}
