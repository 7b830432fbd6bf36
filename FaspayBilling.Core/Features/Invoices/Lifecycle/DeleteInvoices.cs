using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Features.Invoices.Lifecycle;

/// <summary>Hides the checked Drafts, Proformas and Cancelled invoices of the list.</summary>
public sealed class DeleteInvoices(WriteTransaction transaction)
{
    private const string Action = "invoice.delete";

    /// <summary>Refuses <c>not-allowed</c>; else one line per invoice with the refusals of <see cref="DeleteInvoice"/>.</summary>
    public Task<Outcome<IReadOnlyList<BulkLine>>> HandleAsync(Actor actor, IReadOnlyCollection<string> numbers, CancellationToken stop) =>
        BulkAction.RunAsync(transaction, actor, Action, numbers, DeleteAsync, stop);

    private static async Task<List<BulkLine>> DeleteAsync(WriteContext write, IReadOnlyList<string> numbers)
    {
        var invoices = await LockedInvoices.TakeAsync(write, numbers);
        var mails = await invoices.WaitingMailsAsync(write);
        var lines = new List<BulkLine>();
        foreach (var number in numbers)
        {
            lines.Add(BulkAction.Line(write, Action, number, await DeleteInvoice.DeleteAsync(write, invoices.Find(write, number), mails)));
        }

        return lines;
    }
}
