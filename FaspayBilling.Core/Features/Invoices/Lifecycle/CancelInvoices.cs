using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Features.Invoices.Lifecycle;

/// <summary>Cancels the checked invoices of the list.</summary>
public sealed class CancelInvoices(WriteTransaction transaction)
{
    private const string Action = "invoice.cancel";

    /// <summary>Refuses <c>not-allowed</c>; else one line per invoice with the refusals of <see cref="CancelInvoice"/>.</summary>
    public Task<Outcome<IReadOnlyList<BulkLine>>> HandleAsync(Actor actor, IReadOnlyCollection<string> numbers, CancellationToken stop) =>
        BulkAction.RunAsync(transaction, actor, Action, numbers, CancelAsync, stop);

    private static async Task<List<BulkLine>> CancelAsync(WriteContext write, IReadOnlyList<string> numbers)
    {
        var lines = new List<BulkLine>();
        foreach (var number in numbers)
        {
            write.About = null;
            lines.Add(BulkAction.Line(write, Action, number, (await CancelInvoice.CancelAsync(write, number)).Refusal));
        }

        return lines;
    }
}
