using FaspayBilling.Core.Domain.TaxNumbers;

namespace FaspayBilling.Tests.Domain.TaxNumbers;

public sealed class TaxNumberPoolTakeTests
{
    [Theory]
    [InlineData("2-9", 5, true, "2-4 6-9")]
    [InlineData("2-9", 2, true, "3-9")]
    [InlineData("2-9", 9, true, "2-8")]
    [InlineData("5-5", 5, true, "")]
    [InlineData("2-4 6-9", 5, false, "2-4 6-9")]
    [InlineData("", 5, false, "")]
    public void A_certain_number_is_taken_out_of_its_run(string before, long number, bool taken, string after)
    {
        var runs = before.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Run).ToList();
        var pool = new TaxNumberPool(runs);

        pool.Take(new TaxNumber(number)).Should().Be(taken);

        string.Join(' ', runs.Except(pool.Removed).Concat(pool.Added).OrderBy(r => r.First).Select(r => $"{r.First}-{r.Last}"))
            .Should().Be(after);
    }

    private static AvailableRun Run(string text) => new()
    {
        MerchantId = 1,
        RangeId = 1,
        Year = 2026,
        First = long.Parse(text.Split('-')[0], System.Globalization.CultureInfo.InvariantCulture),
        Last = long.Parse(text.Split('-')[1], System.Globalization.CultureInfo.InvariantCulture),
    };
}
