using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.Invoices.Payments;

/// <summary>What a payment must be before it is recorded (docs/rules.md 2).</summary>
public static class PaymentRules
{
    public static readonly IReadOnlyList<string> Methods = ["Bank transfer", "Virtual account", "Cash", "Credit card", "QRIS", "Other"];

    /// <summary>
    /// Refuses <c>payment.not-allowed</c>, <c>payment.amount</c>, <c>payment.date</c>, <c>payment.method</c>, <c>payment.note</c>; until
    /// confirmed also <c>payment.above-outstanding</c> and, before the invoice date, <c>payment.before-invoice</c>.
    /// </summary>
    public static IReadOnlyList<Refusal> WhyNot(PayableFacts invoice, PaymentInput input, DateOnly today)
    {
        if (WhyNotPaid(invoice.Type, invoice.Status) is { } no)
        {
            return [no];
        }

        var days = DayRange.Past(today);
        Refusal?[] wrong =
        [
            input.Amount is { } amount && amount is > 0 and <= PaymentInput.Most && Rupiah.Whole(amount) == amount
                ? null
                : InvoiceRefusals.PaymentAmount,
            days.Holds(input.Date) ? null : InvoiceRefusals.PaymentDate(days),
            Methods.Contains(input.Method, StringComparer.Ordinal) ? null : InvoiceRefusals.PaymentMethod,
            PlainText.Line(input.Note).Length > PaymentInput.LongestNote ? InvoiceRefusals.PaymentNote : null,
        ];
        var refusals = wrong.OfType<Refusal>().ToList();
        return refusals.Count > 0 ? refusals : [.. Questions(invoice, input)];
    }

    /// <summary>
    /// Refuses <c>payment.not-allowed</c>: of what is no receivable (credit and refund notes, self-billed documents) and of what is not
    /// open.
    /// </summary>
    public static Refusal? WhyNotPaid(DocumentType type, InvoiceStatus status) =>
        type.IsReceivable() ? WhyNotOpen(status) : InvoiceRefusals.PaymentOfNoReceivable(type);

    /// <summary>Refuses <c>payment.not-allowed</c> of what is not open.</summary>
    public static Refusal? WhyNotOpen(InvoiceStatus status) => status.IsOpen() ? null : InvoiceRefusals.PaymentNotAllowed(status);

    /// <summary>Refuses <c>payment.not-found</c>, <c>payment.not-undoable</c>, <c>payment.undone</c>.</summary>
    public static Refusal? WhyNotUndo(InvoiceStatus status, Payment? payment) =>
        payment is null ? InvoiceRefusals.PaymentNotFound
        : !status.IsIssued() ? InvoiceRefusals.PaymentNotUndoable(status)
        : payment.UndoneAt is not null ? InvoiceRefusals.PaymentUndone
        : null;

    private static IEnumerable<Refusal> Questions(PayableFacts invoice, PaymentInput input)
    {
        if (input.Amount > invoice.Outstanding && !input.AboveOutstandingConfirmed)
        {
            yield return InvoiceRefusals.PaymentAboveOutstanding(input.Amount.Value, invoice.Outstanding);
        }

        if (input.Date < invoice.InvoiceDate && !input.BeforeInvoiceConfirmed)
        {
            yield return InvoiceRefusals.PaymentBeforeInvoice(input.Date.Value, invoice.InvoiceDate);
        }
    }
}
