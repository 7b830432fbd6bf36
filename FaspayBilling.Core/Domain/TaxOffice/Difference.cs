namespace FaspayBilling.Core.Domain.TaxOffice;

/// <summary>Makes lines add up to a head that was rounded by itself: the import refuses a head that is not their sum.</summary>
public static class Difference
{
    /// <summary>
    /// The amounts with the difference to <paramref name="head"/> put on the largest one; on the next largest only what it cannot bear.
    /// </summary>
    public static IReadOnlyList<decimal> Spread(IReadOnlyList<decimal> amounts, decimal head)
    {
        var spread = amounts.ToArray();
        var rest = head - spread.Sum();
        foreach (var place in Enumerable.Range(0, spread.Length).OrderByDescending(i => amounts[i]).ThenBy(i => i))
        {
            if (rest == 0)
            {
                break;
            }

            // No line falls below nothing.
            var change = rest > 0 ? rest : Math.Max(rest, -Math.Max(0, spread[place]));
            spread[place] += change;
            rest -= change;
        }

        return spread;
    }
}
