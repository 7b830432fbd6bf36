using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Tests.Domain.Shared;

namespace FaspayBilling.Tests.Domain.TaxNumbers;

/// <summary>The pool against the plainest thing that could be right: a sorted set of numbers.</summary>
public sealed class TaxNumberPoolModelTests
{
    private const long Base = 2600000000;

    private static readonly TaxNumberRange[] Ranges =
    [
        Sample.Range("000-26.00000001", "000-26.00000040").WithId(1),
        Sample.Range("000-26.00000041", "000-26.00000060").WithId(2), // adjacent to the first
        Sample.Range("000-26.00000100", "000-26.00000130").WithId(3),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(20261116)]
    public void Thousands_of_takes_and_returns_agree_with_a_sorted_set(int seed)
    {
        var random = new Random(seed);
        var rows = new List<AvailableRun>();
        var available = new SortedSet<long>();
        var taken = new List<long>();
        foreach (var range in Ranges)
        {
            rows.Add(new() { MerchantId = 1, RangeId = range.Id, Year = 2026, First = range.Start.Value, Last = range.End.Value });
            available.UnionWith(Enumerable.Range(0, (int)range.Total).Select(i => range.Start.Value + i));
        }

        for (var step = 0; step < 5_000; step++)
        {
            var pool = new TaxNumberPool(rows);
            // Each step leans one way for a while, so that the pool runs both dry and full.
            if (random.Next(100) < (step / 250 % 2 == 0 ? 70 : 30))
            {
                var number = pool.TakeSmallest();
                (number?.Number.Value).Should().Be(available.Count == 0 ? null : available.Min);
                if (number is { } got)
                {
                    RangeOf(got.Number.Value).Id.Should().Be(got.RangeId);
                    available.Remove(got.Number.Value);
                    taken.Add(got.Number.Value);
                }
            }
            else if (taken.Count > 0)
            {
                var back = taken[random.Next(taken.Count)];
                taken.Remove(back);
                available.Add(back);
                pool.GiveBack(RangeOf(back), new TaxNumber(back));
            }

            rows.RemoveAll(r => pool.Removed.Contains(r));
            rows.AddRange(pool.Added);
            pool.Available.Should().Be(available.Count);
            Held(rows).Should().Equal(available);
            TouchingRunsOfOneRange(rows).Should().BeEmpty();
        }
    }

    private static TaxNumberRange RangeOf(long number) => Ranges.Single(r => r.Overlaps(new(number), new(number)));

    private static IEnumerable<long> Held(List<AvailableRun> rows) =>
        rows.OrderBy(r => r.First).SelectMany(r => Enumerable.Range(0, (int)r.Count).Select(i => r.First + i));

    private static IEnumerable<AvailableRun> TouchingRunsOfOneRange(List<AvailableRun> rows) =>
        rows.Where(r => rows.Exists(other => other.RangeId == r.RangeId && other.First == r.Last + 1));
}
