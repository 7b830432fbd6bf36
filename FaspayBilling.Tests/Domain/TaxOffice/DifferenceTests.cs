using FaspayBilling.Core.Domain.TaxOffice;

namespace FaspayBilling.Tests.Domain.TaxOffice;

/// <summary>The rounding difference goes off the lines that have a fraction; exact lines stay exact.</summary>
public sealed class DifferenceTests
{
    [Theory]
    [InlineData(new[] { 176_513.0, 80_233.1 }, 256_746.0, new[] { 176_513.0, 80_233.0 })] // as a real export has it
    [InlineData(new[] { 80_233.1, 176_513.0 }, 256_746.0, new[] { 80_233.0, 176_513.0 })]
    [InlineData(new[] { 176_513.0, 80_233.6 }, 256_747.0, new[] { 176_513.0, 80_234.0 })]
    [InlineData(new[] { 9.0, 5.7, 3.6 }, 18.0, new[] { 9.0, 5.4, 3.6 })] // 18.3: the largest that has a fraction
    [InlineData(new[] { 9.0, 5.1, 3.7 }, 18.0, new[] { 9.0, 5.3, 3.7 })] // 17.8
    [InlineData(new[] { 9.0, 5.2, 3.2 }, 17.0, new[] { 9.0, 5.0, 3.0 })] // 17.4: no further than to a whole rupiah
    [InlineData(new[] { 9.0, 5.9, 3.8 }, 19.0, new[] { 9.0, 6.0, 4.0 })] // 18.7
    [InlineData(new[] { 5.0, 3.0 }, 8.0, new[] { 5.0, 3.0 })]
    [InlineData(new[] { 5.0, 3.0 }, 9.0, new[] { 6.0, 3.0 })] // no rounding explains it
    [InlineData(new[] { 0.3, 0.3 }, 0.0, new[] { 0.0, 0.0 })]
    public void It_is_spread_so(double[] amounts, double head, double[] spread) =>
        Difference.Spread([.. amounts.Select(a => (decimal)a)], (decimal)head).Should().Equal(spread.Select(a => (decimal)a));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Whatever_the_lines_the_sum_is_the_head_and_every_exact_line_stays(bool up)
    {
        var random = new Random(11);
        for (var i = 0; i < 20_000; i++)
        {
            var amounts = Enumerable.Range(0, random.Next(1, 9)).Select(_ => random.Next(3) == 0
                ? random.Next(1_000_000)
                : random.Next(1_000_000) / 100m).ToList();
            var head = up ? decimal.Ceiling(amounts.Sum()) : decimal.Floor(amounts.Sum());

            var spread = Difference.Spread(amounts, head);

            spread.Sum().Should().Be(head);
            spread.Zip(amounts).Should().OnlyContain(p =>
                decimal.Floor(p.Second) == p.Second
                    ? p.First == p.Second
                    : decimal.Floor(p.Second) <= p.First && p.First <= decimal.Ceiling(p.Second));
        }
    }
}
