namespace FaspayBilling.Core.Domain.TaxOffice;

/// <summary>Makes lines add up to a head that was rounded by itself: the import refuses a head that is not their sum.</summary>
public static class Difference
{
    /// <summary>
    /// The amounts with the difference to <paramref name="head"/> put on those that have a fraction, the largest first, none further than
    /// to a whole rupiah: an amount that is exact stays so. What a rounding cannot explain goes on the largest one that can bear it.
    /// </summary>
    public static IReadOnlyList<decimal> Spread(IReadOnlyList<decimal> amounts, decimal head)
    {
        var spread = amounts.ToArray();
        var rest = head - spread.Sum();
        var largest = Enumerable.Range(0, spread.Length).OrderByDescending(i => amounts[i]).ThenBy(i => i).ToList();
        foreach (var place in largest)
        {
            var fraction = spread[place] - decimal.Floor(spread[place]);
            Move(place, fraction == 0 ? 0 : rest > 0 ? Math.Min(rest, 1 - fraction) : Math.Max(rest, -fraction));
        }

        foreach (var place in largest)
        {
            // No line falls below nothing.
            Move(place, rest > 0 ? rest : Math.Max(rest, -Math.Max(0, spread[place])));
        }

        return spread;

        void Move(int place, decimal by)
        {
            spread[place] += by;
            rest -= by;
        }
    }
}
