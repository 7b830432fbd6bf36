namespace FaspayBilling.Web.Demo;

/// <summary>The last 18 months of a merchant, planned.</summary>
internal static class DemoPlans
{
    // The last days end without a number left: what was issued then waits for one (walk 2).
    private const int LastDays = 6;

    /// <summary>Plans in order of date: <paramref name="count"/> spread over 18 months, then those of the last days.</summary>
    public static IReadOnlyList<DemoPlan> Make(
        int count, IReadOnlyList<DemoCustomer> companies, IReadOnlyList<DemoCustomer> people, DemoCalendar calendar, Random random) =>
        [.. Spread(count, companies, people, calendar, random), .. LatelyPlans(companies, people, calendar)];

    private static IEnumerable<DemoPlan> Spread(
        int count, IReadOnlyList<DemoCustomer> companies, IReadOnlyList<DemoCustomer> people, DemoCalendar calendar, Random random)
    {
        var first = calendar.Today.AddMonths(-18);
        var end = calendar.Today.AddDays(-LastDays - 1);
        var days = end.DayNumber - first.DayNumber;
        var dates = Enumerable.Range(0, count)
            .Select(i => Weekday(first.AddDays(Grown(days, i, count) + random.Next(-2, 3)), first, end))
            .Order()
            .ToList();
        for (var i = 0; i < count; i++)
        {
            var age = calendar.Today.DayNumber - dates[i].DayNumber;
            var fate = i % 16 == 5 ? Cancelled(i / 16, age) : Fate(age, random.Next(100));
            var company = fate is DemoFate.CancelledAtOnce or DemoFate.CancelledLate
                || (fate == DemoFate.Cancelled ? i / 16 % 4 != 2 : random.Next(100) < 72);
            var from = company ? companies : people;
            yield return new DemoPlan(from[random.Next(from.Count)], dates[i], fate);
        }
    }

    // Business grew: twice as many invoices a month at the end as the even spread has, and two thirds at the start.
    private static int Grown(int days, int index, int count) =>
        (int)(days * (3L * index * count - ((long)index * index)) / (2L * count * count));

    private static DateOnly Weekday(DateOnly day, DateOnly first, DateOnly end)
    {
        var within = day < first ? first : day > end ? end : day;
        return within.DayOfWeek switch
        {
            DayOfWeek.Saturday => within.AddDays(-1),
            DayOfWeek.Sunday => within.AddDays(-2),
            _ => within,
        };
    }

    private static DemoFate Cancelled(int which, int age) => (which % 4) switch
    {
        1 => DemoFate.CancelledAtOnce,
        3 when age > 60 => DemoFate.CancelledLate,
        _ => DemoFate.Cancelled,
    };

    private static DemoFate Fate(int age, int dice) => age switch
    {
        <= 30 => dice < 12 ? DemoFate.Draft
            : dice < 22 ? DemoFate.Proforma
            : dice < 48 ? DemoFate.Paid
            : dice < 63 ? DemoFate.PartlyPaid
            : DemoFate.NotPaid,
        <= 75 => dice < 78 ? DemoFate.Paid : dice < 86 ? DemoFate.PartlyPaid : DemoFate.NotPaid,
        _ => dice < 96 ? DemoFate.Paid : dice < 97 ? DemoFate.PartlyPaid : DemoFate.NotPaid,
    };

    private static IEnumerable<DemoPlan> LatelyPlans(
        IReadOnlyList<DemoCustomer> companies, IReadOnlyList<DemoCustomer> people, DemoCalendar calendar)
    {
        (DemoFate Fate, bool Company, int DaysAgo)[] lately =
        [
            (DemoFate.NotPaid, true, 6), (DemoFate.Paid, false, 6), (DemoFate.PartlyPaid, true, 5), (DemoFate.NotPaid, true, 4),
            (DemoFate.Draft, true, 4), (DemoFate.NotPaid, false, 3), (DemoFate.Paid, true, 3), (DemoFate.Proforma, true, 2),
            (DemoFate.NotPaid, true, 2), (DemoFate.Draft, false, 1), (DemoFate.Proforma, false, 1), (DemoFate.NotPaid, true, 1),
        ];
        return lately.Select((l, i) => new DemoPlan(
            l.Company ? companies[(i * 3) % companies.Count] : people[i % people.Count],
            calendar.ThisYear(l.DaysAgo),
            l.Fate,
            WithoutNumber: true));
    }
}
