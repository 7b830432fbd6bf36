using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.History;

namespace FaspayBilling.Core.Features.Billings;

/// <summary>Runs an action over checked rows, a few hundred in one transaction.</summary>
internal static class BulkAction
{
    private const int InOneTransaction = 200;

    /// <summary>One line per invoice, in the order in which they were handled.</summary>
    public static async Task<Outcome<IReadOnlyList<BulkLine>>> RunAsync(
        WriteTransaction transaction, Actor actor, string verb, IReadOnlyCollection<string> numbers, Func<Write, IReadOnlyList<string>, Task<List<BulkLine>>> act, CancellationToken stop)
    {
        var lines = new List<BulkLine>();
        foreach (var some in numbers.Distinct(StringComparer.Ordinal).Chunk(InOneTransaction))
        {
            var attempt = new Attempt(HistorySubject.Invoice, $"{verb} {some.Length} invoices");
            var done = await transaction.RunAsync(actor, attempt, async write => actor.WhyNot(Role.Finance) is { } no ? no : Outcome<List<BulkLine>>.With(await act(write, some)), stop);
            if (!done.Ok)
            {
                return Outcome<IReadOnlyList<BulkLine>>.Refused(done.Refusals);
            }

            lines.AddRange(done.Value);
        }

        return Outcome<IReadOnlyList<BulkLine>>.With(lines);
    }

    /// <summary>The line of one invoice; a refused attempt also goes into that invoice's history.</summary>
    public static BulkLine Line(Write write, string verb, string number, Refusal? refusal)
    {
        if (refusal is { Kind: RefusalKind.Rule })
        {
            write.HistoryRefused(HistorySubject.Invoice, write.About, $"{verb} {number}", refusal);
        }

        return new BulkLine(number, refusal);
    }
}
