using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Features.Invoices.Lifecycle;

/// <summary>Runs an action over checked rows, a few hundred in one transaction.</summary>
internal static class BulkAction
{
    private const int InOneTransaction = 200;

    /// <summary>One line per invoice, in the order in which they were handled.</summary>
    public static async Task<Outcome<IReadOnlyList<BulkLine>>> RunAsync(
        WriteTransaction transaction,
        Actor actor,
        string action,
        IReadOnlyCollection<string> numbers,
        Func<WriteContext, IReadOnlyList<string>, Task<List<BulkLine>>> act,
        CancellationToken stop)
    {
        var lines = new List<BulkLine>();
        foreach (var (index, some) in numbers.Distinct(StringComparer.Ordinal).Chunk(InOneTransaction).Index())
        {
            var attempt = new AuditedAction(HistorySubject.Invoice, $"{action}:many", ("count", some.Length));
            var done = await transaction.RunAsync(
                actor with { Form = actor.Form?.Part(index) },
                attempt,
                async write => actor.WhyNot(Role.Finance) is { } no ? no : Outcome<List<BulkLine>>.With(await act(write, some)),
                stop);
            if (!done.Ok)
            {
                return Outcome<IReadOnlyList<BulkLine>>.Refused(Refusals.OfAPiece(done.Refusals, before: lines.Count > 0));
            }

            lines.AddRange(done.Value);
        }

        return Outcome<IReadOnlyList<BulkLine>>.With(lines);
    }

    /// <summary>The line of one invoice; a refused attempt also goes into that invoice's history.</summary>
    public static BulkLine Line(WriteContext write, string action, string number, Refusal? refusal)
    {
        if (refusal is { Kind: RefusalKind.Rule })
        {
            write.HistoryRefused(HistorySubject.Invoice, write.About, Message.Of(action, ("invoice", number)), refusal);
        }

        return new BulkLine(number, refusal);
    }
}
