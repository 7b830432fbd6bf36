using FaspayBilling.Core.Domain.TaxOffice.Coretax;

namespace FaspayBilling.Core.Features.TaxOffice.CoretaxLists;

/// <summary>Parts a list into pieces for one transaction each; rows that concern each other are never parted.</summary>
internal static class CoretaxGroups
{
    /// <summary>Pieces of about <paramref name="atOnce"/> rows, each in the file's order.</summary>
    public static IEnumerable<IReadOnlyList<CoretaxListRow>> Pieces(IReadOnlyList<CoretaxJudgement> judged, int atOnce)
    {
        var piece = new List<CoretaxListRow>();
        foreach (var group in Groups(judged))
        {
            if (piece.Count > 0 && piece.Count + group.Count > atOnce)
            {
                yield return piece;
                piece = [];
            }

            piece.AddRange(group);
        }

        yield return piece;
    }

    // Rows are together that share a serial, a reference or an invoice, also over others.
    private static List<List<CoretaxListRow>> Groups(IReadOnlyList<CoretaxJudgement> judged)
    {
        var above = Enumerable.Range(0, judged.Count).ToArray();
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (index, one) in judged.Index())
        {
            foreach (var key in Keys(one))
            {
                if (!first.TryAdd(key, index))
                {
                    above[Top(above, index)] = Top(above, first[key]);
                }
            }
        }

        return [.. judged.Select((j, i) => (j.Row, Top: Top(above, i))).GroupBy(r => r.Top, r => r.Row).Select(g => g.ToList())];
    }

    private static IEnumerable<string> Keys(CoretaxJudgement one) =>
    [
        .. one.Row.Number is { } number ? new[] { $"serial {number.Serial}" } : [],
        .. one.Candidates.Select(id => FormattableString.Invariant($"invoice {id}")),
    ];

    private static int Top(int[] above, int index)
    {
        while (above[index] != index)
        {
            index = above[index] = above[above[index]];
        }

        return index;
    }
}
