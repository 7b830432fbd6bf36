using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.Invoices.Actions;

/// <summary>Whether an invoice may be cancelled: one policy for menu, list, billing API and document API (docs/rules.md 6).</summary>
public static class CancellationPolicy
{
    /// <summary>All reasons against it in the order of the rule's table, the deciding one first; empty when it may be cancelled.</summary>
    public static IReadOnlyList<Refusal> WhyNot(CancellationRequest request) =>
    [
        .. new[] { WhyNotCaller(request), WhyNotStatus(request), WhyNotTime(request), WhyNotReference(request), WhyNotReason(request) }
            .OfType<Refusal>(),
    ];

    private static Refusal? WhyNotCaller(CancellationRequest request) => request.IssuerOfRecord ? null : DocumentRefusals.DocumentForbidden;

    private static Refusal? WhyNotStatus(CancellationRequest request)
    {
        var paidMatters = request.Channel != CancellationChannel.Screen;
        return !request.Facts.Status.IsOpen() ? InvoiceRefusals.InvoiceNotCancellable(request.Facts.Status)
            : paidMatters && request.Facts.Paid > 0 ? InvoiceRefusals.InvoiceNotCancellablePaid
            : null;
    }

    private static Refusal? WhyNotTime(CancellationRequest request)
    {
        var deadline = request.Channel == CancellationChannel.DocumentApi
            ? request.Facts.DocumentCancelDeadline
            : request.Facts.CancelDeadline;
        return deadline is { } end && request.Now > end ? InvoiceRefusals.CancellationPeriodOver(end) : null;
    }

    private static Refusal? WhyNotReference(CancellationRequest request) =>
        request.Facts.Referenced ? InvoiceRefusals.InvoiceReferenced : null;

    private static Refusal? WhyNotReason(CancellationRequest request)
    {
        var mandatory = request.Channel == CancellationChannel.DocumentApi;
        return (mandatory ? DocumentReason.IsGood(request.Reason) : DocumentReason.IsShortEnough(request.Reason))
            ? null
            : InvoiceRefusals.CancelReason(mandatory);
    }
}
