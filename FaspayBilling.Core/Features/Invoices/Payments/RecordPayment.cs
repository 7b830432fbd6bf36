using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Outbox;

namespace FaspayBilling.Core.Features.Invoices.Payments;

/// <summary>Records money received for an open invoice.</summary>
public sealed class RecordPayment(WriteTransaction transaction)
{
    /// <summary>
    /// Refuses <c>invoice.not-found</c>, <c>not-allowed</c>, <c>changed-elsewhere</c>, <c>payment.not-allowed</c>, <c>payment.amount</c>,
    /// <c>payment.date</c>, <c>payment.method</c>, <c>payment.note</c>; <c>payment.above-outstanding</c> and
    /// <c>payment.before-invoice</c> until confirmed.
    /// </summary>
    public Task<Outcome> HandleAsync(Actor actor, InvoiceKey key, PaymentInput input, CancellationToken stop) =>
        transaction.RunAsync(actor, new AuditedAction(HistorySubject.Invoice, "payment.record", ("invoice", key.Number)), async write =>
        {
            var found = await LockedInvoice.TakeAsync(write, key);
            if (!found.Ok)
            {
                return found.Refusal!;
            }

            var invoice = found.Value.Invoice;
            var refusals = PaymentRules.WhyNot(PayableFacts.Of(invoice), input, JakartaCalendar.DayOf(write.Now));
            if (refusals.Count > 0)
            {
                return Outcome.Refused(refusals);
            }

            var payment = new Payment
            {
                Amount = input.Amount!.Value,
                Date = input.Date!.Value,
                Method = input.Method,
                Note = PlainText.Line(input.Note),
                RecordedBy = actor.Name,
                RecordedAt = write.Now,
            };
            invoice.Pay(payment, write.Now);
            await write.CallBackAsync(invoice, payment);
            write.History(
                HistorySubject.Invoice,
                invoice.Id,
                "payment.record",
                ("amount", Value.Money(payment.Amount)),
                ("method", payment.Method));
            return Outcome.Done;
        }, stop);
}
