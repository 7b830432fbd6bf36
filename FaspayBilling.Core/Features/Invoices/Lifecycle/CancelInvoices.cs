using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Invoices.Actions;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Outbox.Mail;

namespace FaspayBilling.Core.Features.Invoices.Lifecycle;

/// <summary>Cancels the checked invoices of the list.</summary>
public sealed class CancelInvoices(WriteTransaction transaction)
{
    private const string Action = "invoice.cancel";

    /// <summary>Refuses <c>not-allowed</c>; else one line per invoice with the refusals of <see cref="CancelInvoice"/>.</summary>
    /// <param name="actor">Who cancels.</param>
    /// <param name="numbers">Invoice numbers.</param>
    /// <param name="reason">Why, for each of them; at most 300 characters, may be empty.</param>
    /// <param name="stop">Cancellation token.</param>
    public Task<Outcome<IReadOnlyList<BulkLine>>> HandleAsync(
        Actor actor, IReadOnlyCollection<string> numbers, string reason, CancellationToken stop) =>
        BulkAction.RunAsync(transaction, actor, Action, numbers, (write, some) => CancelAsync(write, some, reason), stop);

    /// <summary>The same without a reason.</summary>
    public Task<Outcome<IReadOnlyList<BulkLine>>> HandleAsync(Actor actor, IReadOnlyCollection<string> numbers, CancellationToken stop) =>
        HandleAsync(actor, numbers, "", stop);

    private static async Task<List<BulkLine>> CancelAsync(WriteContext write, IReadOnlyList<string> numbers, string reason)
    {
        var invoices = await LockedInvoices.TakeAsync(write, numbers);
        await invoices.LoadPaymentsAsync(write);
        var mails = await invoices.WaitingMailsAsync(write);
        var lines = new List<BulkLine>();
        foreach (var number in numbers)
        {
            lines.Add(BulkAction.Line(write, Action, number, await CancelAsync(write, invoices.Find(write, number), mails, reason)));
        }

        return lines;
    }

    private static async Task<Refusal?> CancelAsync(
        WriteContext write, Outcome<LockedInvoice> found, ILookup<long, OutboxMail> mails, string reason)
    {
        if (!found.Ok)
        {
            return found.Refusal;
        }

        var (invoice, facts, _) = found.Value;
        var request = CancellationRequest.OnScreen(facts, write.Now, reason);
        return Outcome.Refused(await InvoiceCancelling.RunAsync(write, invoice, request, waiting: mails[invoice.Id])).Refusal;
    }
}
