using FaspayBilling.Core.Domain.Invoices.Actions;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices.Lifecycle;

namespace FaspayBilling.Core.Features.DocumentApi;

/// <summary>Cancels a document for its issuer of record. Its E-Faktur No stays held (docs/rules.md 5).</summary>
public sealed class CancelDocument(DocumentChanges changes)
{
    /// <summary>
    /// Refuses <c>document.not-found</c>, <c>document.forbidden</c>, <c>invoice.not-cancellable</c>,
    /// <c>invoice.cancellation-period-over</c>, <c>invoice.referenced</c>, <c>cancel.reason</c>, <c>idempotency.other-request</c>.
    /// </summary>
    public Task<Outcome<ChangedDocument>> HandleAsync(ApiCaller caller, DocumentStateCommand command, CancellationToken stop) =>
        changes.RunAsync(caller, command, "document.cancel", "Cancelled", async (write, document) =>
        {
            if (!caller.MayCancel)
            {
                return [DocumentRefusals.DocumentNotGranted];
            }

            var (invoice, facts, _) = document;
            var request = new CancellationRequest(
                CancellationChannel.DocumentApi, facts, caller.MerchantId == invoice.MerchantId, command.Reason, write.Now);
            return await InvoiceCancelling.RunAsync(
                write,
                invoice,
                request,
                Message.Of("document.cancel", ("reason", DocumentReason.Kept(command.Reason) ?? ""), ("call", command.By(caller))));
        }, stop);
}
