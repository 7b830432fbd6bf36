using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices.Actions;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Features.Invoices.Lifecycle;

/// <summary>Cancels an invoice from a screen. Its E-Faktur No stays held (docs/rules.md 5).</summary>
public sealed class CancelInvoice(WriteTransaction transaction)
{
    /// <summary>
    /// Refuses <c>invoice.not-found</c>, <c>not-allowed</c>, <c>changed-elsewhere</c>, <c>invoice.not-cancellable</c>,
    /// <c>invoice.cancellation-period-over</c>, <c>invoice.referenced</c>.
    /// </summary>
    public Task<Outcome> HandleAsync(Actor actor, InvoiceKey key, CancellationToken stop) =>
        transaction.RunAsync(
            actor,
            new AuditedAction(HistorySubject.Invoice, "invoice.cancel", ("invoice", key.Number)),
            write => CancelAsync(write, key),
            stop);

    internal static async Task<Outcome> CancelAsync(WriteContext write, InvoiceKey key)
    {
        var found = await LockedInvoice.TakeAsync(write, key);
        if (!found.Ok)
        {
            return found.Refusal!;
        }

        var (invoice, facts, _) = found.Value;
        return Outcome.Refused(await InvoiceCancelling.RunAsync(write, invoice, CancellationRequest.OnScreen(facts, write.Now)));
    }
}
