using System.Globalization;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Tests.Domain.Shared;

namespace FaspayBilling.Tests.Domain.TaxNumbers;

public sealed class TaxNumberPoolTests
{
    private static readonly TaxNumberRange Range = WithId(1, "000-26.00000001", "000-26.00000100");
    private static readonly TaxNumberRange Next = WithId(2, "000-26.00000101", "000-26.00000200");

    [Fact]
    public void The_smallest_number_is_taken_first()
    {
        var pool = Pool(Run(Range, 5, 6), Run(Range, 2, 2));

        Take(pool, 4).Should().Equal(2, 5, 6, null);
    }

    [Fact]
    public void The_smallest_is_sought_over_all_ranges()
    {
        var pool = Pool(Run(Next, 101, 102), Run(Range, 100, 100));

        pool.TakeSmallest().Should().Be(new TakenNumber(Number(100), Range.Id));
        pool.TakeSmallest().Should().Be(new TakenNumber(Number(101), Next.Id));
    }

    [Fact]
    public void An_empty_pool_gives_none_and_changes_nothing()
    {
        var pool = Pool();

        pool.TakeSmallest().Should().BeNull();
        (pool.Available, pool.Added.Count, pool.Removed.Count).Should().Be((0, 0, 0));
    }

    [Fact]
    public void A_run_that_is_used_up_is_for_the_caller_to_remove()
    {
        var run = Run(Range, 7, 7);
        var pool = Pool(run);

        pool.TakeSmallest();

        pool.Removed.Should().Equal(run);
        pool.Available.Should().Be(0);
    }

    [Theory]
    [InlineData("2-4 8-9", 6, "2-4 6-6 8-9")] // no neighbour
    [InlineData("2-4 8-9", 5, "2-5 8-9")] // joins the run before
    [InlineData("2-4 8-9", 7, "2-4 7-9")] // joins the run after
    [InlineData("2-4 6-9", 5, "2-9")] // joins both
    [InlineData("", 5, "5-5")]
    [InlineData("2-4", 1, "1-4")]
    public void A_returned_number_joins_its_neighbours(string before, long returned, string after)
    {
        var pool = Pool([.. Runs(before)]);

        pool.GiveBack(Range, Number(returned));

        Drain(pool).Should().Equal(Runs(after).SelectMany(r => Numbers(r.First, r.Last)));
    }

    [Fact]
    public void A_returned_number_between_two_runs_makes_one_row_of_two()
    {
        var (before, after) = (Run(Range, 2, 4), Run(Range, 6, 9));
        var pool = Pool(before, after);

        pool.GiveBack(Range, Number(5));

        (before.First, before.Last).Should().Be((2 + Base, 9 + Base));
        pool.Removed.Should().Equal(after);
        pool.Added.Should().BeEmpty();
    }

    [Fact]
    public void Numbers_of_adjacent_ranges_never_become_one_run()
    {
        var next = Run(Next, 101, 150);
        var pool = Pool(next);

        pool.GiveBack(Range, Number(100));

        (next.First, next.Last).Should().Be((101 + Base, 150 + Base));
        var added = pool.Added.Should().ContainSingle().Subject;
        (added.RangeId, added.Year, added.MerchantId, added.First, added.Last).Should().Be((Range.Id, 2026, 1, 100 + Base, 100 + Base));
    }

    [Fact]
    public void Nor_does_the_later_range_lengthen_the_run_of_the_one_before()
    {
        var run = Run(Range, 90, 100);
        var pool = Pool(run);

        pool.GiveBack(Next, Number(101));

        (run.First, run.Last).Should().Be((90 + Base, 100 + Base));
        pool.Added.Should().ContainSingle().Which.RangeId.Should().Be(Next.Id);
    }

    [Fact]
    public void A_returned_number_is_taken_next_if_it_is_the_smallest()
    {
        var pool = Pool(Run(Range, 20, 30));

        pool.GiveBack(Range, Number(3));

        Take(pool, 2).Should().Equal(3, 20);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_number_given_back_twice_is_a_bug(long number)
    {
        var pool = Pool(Run(Range, 2, 4));

        var twice = () => pool.GiveBack(Range, Number(number));

        twice.Should().Throw<InvalidOperationException>().WithMessage($"*{Number(number)}*");
        pool.Available.Should().Be(3);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(4, 9)]
    [InlineData(1, 9)]
    [InlineData(3, 3)]
    public void Numbers_of_which_one_is_available_are_not_given_back(long first, long last)
    {
        var pool = Pool(Run(Range, 2, 4));

        var back = () => pool.GiveBack(Range, first + Base, last + Base);

        back.Should().Throw<InvalidOperationException>();
        Drain(pool).Should().Equal(Numbers(2 + Base, 4 + Base));
    }

    [Fact]
    public void No_numbers_at_all_make_no_run()
    {
        var pool = Pool();

        var back = () => pool.GiveBack(Range, 5 + Base, 4 + Base);

        back.Should().Throw<ArgumentOutOfRangeException>();
        pool.Added.Should().BeEmpty();
    }

    private const long Base = 2600000000;

    private static TaxNumber Number(long serial) => new(Base + serial);

    private static AvailableRun Run(TaxNumberRange range, long first, long last) =>
        new() { MerchantId = 1, RangeId = range.Id, Year = range.Year, First = Base + first, Last = Base + last };

    private static IEnumerable<AvailableRun> Runs(string text) =>
        from run in text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        let ends = run.Split('-')
        select Run(Range, long.Parse(ends[0], CultureInfo.InvariantCulture), long.Parse(ends[1], CultureInfo.InvariantCulture));

    private static TaxNumberPool Pool(params AvailableRun[] runs) => new(runs);

    private static IEnumerable<long?> Take(TaxNumberPool pool, int count) =>
        Enumerable.Range(0, count).Select(_ => pool.TakeSmallest()?.Number.Value - Base).ToArray();

    private static List<long> Drain(TaxNumberPool pool)
    {
        var drained = new List<long>();
        while (pool.TakeSmallest() is { } taken)
        {
            drained.Add(taken.Number.Value);
        }

        return drained;
    }

    private static IEnumerable<long> Numbers(long first, long last)
    {
        for (var number = first; number <= last; number++)
        {
            yield return number;
        }
    }

    private static TaxNumberRange WithId(long id, string start, string end) => Sample.Range(start, end).WithId(id);
}
