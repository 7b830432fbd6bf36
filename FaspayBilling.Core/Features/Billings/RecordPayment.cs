using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.History;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Money;
using FaspayBilling.Core.Domain.Time;
using FaspayBilling.Core.Features.Callbacks;

namespace FaspayBilling.Core.Features.Billings;

/// <summary>Records money received for an open invoice.</summary>
public sealed class RecordPayment(WriteTransaction transaction)
{
    /// <summary>
    /// Refuses <c>invoice.not-found</c>, <c>not-allowed</c>, <c>changed-elsewhere</c>, <c>payment.not-allowed</c>, <c>payment.amount</c>,
    /// <c>payment.date</c>, <c>payment.method</c>, <c>payment.note</c>, and <c>payment.above-outstanding</c> until confirmed.
    /// </summary>
    public Task<Outcome> HandleAsync(Actor actor, InvoiceKey key, PaymentInput input, CancellationToken stop) =>
        transaction.RunAsync(actor, new Attempt(HistorySubject.Invoice, $"Record a payment for {key.Number}"), async write =>
        {
            var found = await InvoiceInHand.TakeAsync(write, key);
            if (!found.Ok)
            {
                return found.Refusal!;
            }

            var invoice = found.Value.Invoice;
            var refusals = PaymentRules.WhyNot(invoice.Status, invoice.Outstanding, input, JakartaCalendar.DayOf(write.Now));
            if (refusals.Count > 0)
            {
                return Outcome.Refused(refusals);
            }

            var payment = new Payment
            {
                Amount = Rupiah.Cents(input.Amount!.Value),
                Date = input.Date!.Value,
                Method = input.Method,
                Note = input.Note.Trim(),
                RecordedBy = actor.Name,
                RecordedAt = write.Now,
            };
            invoice.Pay(payment, write.Now);
            await write.CallBackAsync(invoice, payment);
            write.History(HistorySubject.Invoice, invoice.Id, $"Payment of {Rupiah.Text(payment.Amount)} recorded ({payment.Method})");
            return Outcome.Done;
        }, stop);
}
