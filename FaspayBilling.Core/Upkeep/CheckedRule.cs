namespace FaspayBilling.Core.Upkeep;

/// <summary>What came of one rule.</summary>
/// <param name="Says">The rule as a sentence.</param>
/// <param name="Of">What it was asked of, in the plural.</param>
/// <param name="Rows">How many of them there are.</param>
/// <param name="Breaches">Those that break it, at most <see cref="MostShown"/>.</param>
/// <param name="More">How many more break it.</param>
public sealed record CheckedRule(string Says, string Of, long Rows, IReadOnlyList<Breach> Breaches, long More)
{
    /// <summary>So many rows of a rule are named; the rest is counted.</summary>
    public const int MostShown = 100;

    public bool Holds => Breaches.Count == 0;
}
