using FaspayBilling.Core.Domain.Documents;
using FaspayBilling.Core.Domain.Invoices;

namespace FaspayBilling.Core.Domain.Cancellation;

/// <summary>Whether a receiver may ask for a document's rejection (myinvois.md 1.3 and 6.3).</summary>
public static class RejectionPolicy
{
    /// <summary>All reasons against it in the order of the guards, the deciding one first; empty when it may be asked for.</summary>
    public static IReadOnlyList<Refusal> WhyNot(RejectionRequest request) =>
    [
        .. new[]
        {
            request.Receiver ? null : Refusals.DocumentNotReceived,
            WhyNotState(request),
            request.Deadline is { } end && request.Now > end ? Refusals.RejectionPeriodOver(end) : null,
            request.Referenced ? Refusals.InvoiceReferenced : null,
            DocumentReason.IsGood(request.Reason) ? null : Refusals.CancelReason(mandatory: true),
        }.OfType<Refusal>(),
    ];

    private static Refusal? WhyNotState(RejectionRequest request) =>
        !request.Status.IsIssued() ? Refusals.DocumentNotRejectable(request.Status)
        : request.RequestedAt is not null ? Refusals.RejectionAlreadyRequested
        : null;
}
