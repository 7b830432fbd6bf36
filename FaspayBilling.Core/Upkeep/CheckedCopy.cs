using FaspayBilling.Core.Upkeep.Checks;

namespace FaspayBilling.Core.Upkeep;

/// <summary>What came of the rules that a copy was asked.</summary>
/// <param name="Kind">Whose database it is.</param>
/// <param name="Broken">The rules that do not hold.</param>
/// <param name="Secrets">False when the keys here do not read the secrets in it.</param>
internal sealed record CheckedCopy(DatabaseKind Kind, IReadOnlyList<CheckedRule> Broken, bool Secrets)
{
    /// <summary>How many rows a sentence names.</summary>
    private const int MostNamed = 3;

    /// <summary>Nothing is wrong but totals of rows that are right: they can be had from those again.</summary>
    public bool NeedsTotals => Broken.Count > 0 && Broken.All(rule => Invariants.OfTotals.Any(total => total.Says == rule.Says));

    /// <summary>What is broken, as one sentence without its end; null when nothing is.</summary>
    public string? Why()
    {
        if (Broken.Count == 0)
        {
            return null;
        }

        var rows = Broken.Sum(rule => rule.Breaches.Count + rule.More);
        var named = Broken.SelectMany(rule => rule.Breaches.Take(1).Select(breach => $"{rule.Says} ({breach})")).Take(MostNamed).ToList();
        var more = rows - named.Count;
        return $"it does not hold that {string.Join(", or that ", named)}{(more > 0 ? $", and {more} more" : "")}";
    }
}
