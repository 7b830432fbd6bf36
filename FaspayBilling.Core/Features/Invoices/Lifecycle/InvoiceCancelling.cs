using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Actions;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices.Payments;
using FaspayBilling.Core.Outbox.Mail;

namespace FaspayBilling.Core.Features.Invoices.Lifecycle;

/// <summary>
/// What a cancellation means, inside the caller's write and for every channel (screens, checked rows, billing API, document API): a
/// credit note's settlement is undone, mails that wait are withdrawn, the history and the other party are told. The E-Faktur No stays
/// held (docs/rules.md 5, 6).
/// </summary>
internal static class InvoiceCancelling
{
    /// <summary>Asks the policy and cancels; answers all refusals, the deciding one first, and nothing when it was done.</summary>
    /// <param name="write">The open write.</param>
    /// <param name="invoice">Read under the lock.</param>
    /// <param name="request">Who asks over which channel, with the facts of this invoice.</param>
    /// <param name="history">The line in the history when it is not the screens': of the channel, and who called.</param>
    /// <param name="waiting">Its mails that wait, when they were read with those of others.</param>
    public static async Task<IReadOnlyList<Refusal>> RunAsync(
        WriteContext write,
        Invoice invoice,
        CancellationRequest request,
        Message? history = null,
        IEnumerable<OutboxMail>? waiting = null)
    {
        var refusals = CancellationPolicy.WhyNot(request);
        if (refusals.Count > 0)
        {
            return refusals;
        }

        await CreditAllocation.UndoAllAsync(write, invoice);
        var reason = DocumentReason.Kept(request.Reason);
        invoice.Cancel(write.Now, reason);
        write.Withdraw(waiting ?? (await write.WaitingMailsAsync([invoice.Id]))[invoice.Id]);
        write.History(HistorySubject.Invoice, invoice.Id, Done(invoice, history, reason));
        write.NotifyReceiver(invoice, DocumentNoticeKind.Cancelled);
        return [];
    }

    // A line of another channel has the reason in its sentence already.
    private static Message Done(Invoice invoice, Message? history, string? reason)
    {
        var because = history is null && reason is not null;
        var done = history ?? Message.Of("invoice.cancel");
        done = because ? done.As("because").And("reason", reason!) : done;
        return invoice.TaxNumber is { } number ? done.As(because ? "held-because" : "held").And("number", number.ToString()) : done;
    }
}
