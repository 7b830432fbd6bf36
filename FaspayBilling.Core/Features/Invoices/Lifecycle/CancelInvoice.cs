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
    /// <c>invoice.cancellation-period-over</c>, <c>invoice.referenced</c>, <c>cancel.reason</c>.
    /// </summary>
    /// <param name="actor">Who cancels.</param>
    /// <param name="key">The invoice as it was seen.</param>
    /// <param name="reason">Why, at most 300 characters; may be empty.</param>
    /// <param name="stop">Cancellation token.</param>
    public Task<Outcome> HandleAsync(Actor actor, InvoiceKey key, string reason, CancellationToken stop) =>
        transaction.RunAsync(
            actor,
            new AuditedAction(HistorySubject.Invoice, "invoice.cancel", ("invoice", key.Number)),
            write => CancelAsync(write, key, reason),
            stop);

    /// <summary>The same without a reason.</summary>
    public Task<Outcome> HandleAsync(Actor actor, InvoiceKey key, CancellationToken stop) => HandleAsync(actor, key, "", stop);

    private static async Task<Outcome> CancelAsync(WriteContext write, InvoiceKey key, string reason)
    {
        var found = await LockedInvoice.TakeAsync(write, key);
        if (!found.Ok)
        {
            return found.Refusal!;
        }

        var (invoice, facts, _) = found.Value;
        var request = CancellationRequest.OnScreen(facts, write.Now, reason);
        return Outcome.Refused(await InvoiceCancelling.RunAsync(write, invoice, request));
    }
}
