using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain;

namespace FaspayBilling.Core.Features.Billings;

/// <summary>Cancels the checked invoices of the list.</summary>
public sealed class CancelBillings(WriteTransaction transaction)
{
    private const string Verb = "Cancel";

    /// <summary>Refuses <c>not-allowed</c>; else one line per invoice with the refusals of <see cref="CancelBilling"/>.</summary>
    public Task<Outcome<IReadOnlyList<BulkLine>>> HandleAsync(Actor actor, IReadOnlyCollection<string> numbers, CancellationToken stop) =>
        BulkAction.RunAsync(transaction, actor, Verb, numbers, CancelAsync, stop);

    private static async Task<List<BulkLine>> CancelAsync(Write write, IReadOnlyList<string> numbers)
    {
        var lines = new List<BulkLine>();
        foreach (var number in numbers)
        {
            write.About = null;
            lines.Add(BulkAction.Line(write, Verb, number, (await CancelBilling.CancelAsync(write, number)).Refusal));
        }

        return lines;
    }
}
