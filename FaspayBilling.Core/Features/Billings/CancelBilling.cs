using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.Documents;
using FaspayBilling.Core.Domain.History;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Features.Documents;

namespace FaspayBilling.Core.Features.Billings;

/// <summary>Cancels an invoice from a screen. Its E-Faktur No stays held (R28).</summary>
public sealed class CancelBilling(WriteTransaction transaction)
{
    /// <summary>
    /// Refuses <c>invoice.not-found</c>, <c>not-allowed</c>, <c>changed-elsewhere</c>, <c>invoice.not-cancellable</c>,
    /// <c>invoice.cancellation-period-over</c>, <c>invoice.referenced</c>.
    /// </summary>
    public Task<Outcome> HandleAsync(Actor actor, InvoiceKey key, CancellationToken stop) =>
        transaction.RunAsync(actor, new Attempt(HistorySubject.Invoice, $"Cancel {key.Number}"), write => CancelAsync(write, key), stop);

    internal static async Task<Outcome> CancelAsync(Write write, InvoiceKey key)
    {
        var found = await InvoiceInHand.TakeAsync(write, key);
        if (!found.Ok)
        {
            return found.Refusal!;
        }

        if (found.Value.WhyNot(InvoiceAction.Cancel, write.Now) is { } no)
        {
            return no;
        }

        var invoice = found.Value.Invoice;
        await Settlement.UndoAllAsync(write, invoice);
        invoice.Cancel(write.Now, reason: null);
        write.History(HistorySubject.Invoice, invoice.Id, invoice.TaxNumber is { } number ? $"Cancelled; E-Faktur No {number} stays held" : "Cancelled");
        write.NotifyReceiver(invoice, DocumentNoticeKind.Cancelled);
        return Outcome.Done;
    }
}
