using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.Invoices.Documents;

/// <summary>Whether a receiver may ask for a document's rejection (docs/sources/myinvois.md 1.3).</summary>
public static class RejectionPolicy
{
    /// <summary>All reasons against it in the order of the guards, the deciding one first; empty when it may be asked for.</summary>
    public static IReadOnlyList<Refusal> WhyNot(RejectionRequest request) =>
    [
        .. new[]
        {
            request.Receiver ? null : DocumentRefusals.DocumentNotReceived,
            WhyNotState(request),
            request.Deadline is { } end && request.Now > end ? DocumentRefusals.RejectionPeriodOver(end) : null,
            request.Referenced ? InvoiceRefusals.InvoiceReferenced : null,
            DocumentReason.IsGood(request.Reason) ? null : InvoiceRefusals.CancelReason(mandatory: true),
        }.OfType<Refusal>(),
    ];

    private static Refusal? WhyNotState(RejectionRequest request) =>
        !request.Status.IsIssued() ? DocumentRefusals.DocumentNotRejectable(request.Status)
        : request.RequestedAt is not null ? DocumentRefusals.RejectionAlreadyRequested
        : null;
}
