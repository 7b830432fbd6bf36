using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.Invoices.Payments;

/// <summary>What a payment must be before it is recorded (docs/rules.md 2).</summary>
public static class PaymentRules
{
    public static readonly IReadOnlyList<string> Methods = ["Bank transfer", "Virtual account", "Cash", "Credit card", "QRIS", "Other"];

    /// <summary>
    /// Refuses <c>payment.not-allowed</c>, <c>payment.amount</c>, <c>payment.date</c>, <c>payment.method</c>, <c>payment.note</c>, and
    /// above the outstanding amount <c>payment.above-outstanding</c> until confirmed.
    /// </summary>
    public static IReadOnlyList<Refusal> WhyNot(InvoiceStatus status, decimal outstanding, PaymentInput input, DateOnly today)
    {
        if (!status.IsOpen())
        {
            return [InvoiceRefusals.PaymentNotAllowed(status)];
        }

        var refusals = new List<Refusal>();
        if (input.Amount is null or <= 0 or > PaymentInput.Most || Rupiah.Cents(input.Amount.Value) != input.Amount)
        {
            refusals.Add(InvoiceRefusals.PaymentAmount);
        }

        if (input.Date is null || input.Date > today)
        {
            refusals.Add(InvoiceRefusals.PaymentDate);
        }

        if (!Methods.Contains(input.Method, StringComparer.Ordinal))
        {
            refusals.Add(InvoiceRefusals.PaymentMethod);
        }

        if (input.Note.Length > PaymentInput.LongestNote)
        {
            refusals.Add(InvoiceRefusals.PaymentNote);
        }

        if (refusals.Count == 0 && input.Amount > outstanding && !input.AboveOutstandingConfirmed)
        {
            refusals.Add(InvoiceRefusals.PaymentAboveOutstanding(input.Amount.Value, outstanding));
        }

        return refusals;
    }

    /// <summary>Refuses <c>payment.not-found</c>, <c>payment.not-undoable</c>, <c>payment.undone</c>.</summary>
    public static Refusal? WhyNotUndo(InvoiceStatus status, Payment? payment) =>
        payment is null ? InvoiceRefusals.PaymentNotFound
        : !status.IsIssued() ? InvoiceRefusals.PaymentNotUndoable(status)
        : payment.UndoneAt is not null ? InvoiceRefusals.PaymentUndone
        : null;
}
