using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.TaxOffice;

/// <summary>
/// What is still to be done with the numbers of a year that no invoice holds: they serve invoices dated in that year, and are never
/// carried over (docs/sources/tax-law.md 1.2, 1.3).
/// </summary>
public static class LeftoverAdvice
{
    private const int January = 1;

    /// <summary>The year whose end is looked at: in January the last one, whose late invoices still come.</summary>
    public static int YearOf(DateOnly today) => today.Month == January ? today.Year - 1 : today.Year;

    /// <summary>What is said about the numbers that are left of a year.</summary>
    public static Message Of(int year, DateOnly today)
    {
        var last = new DateOnly(year, 12, 31);
        var deadline = UploadDeadline.Of(last);
        return today <= last ? Message.Of("leftover.usable", ("year", Value.Plain(year)), ("last", last))
            : YearOf(today) > year ? Message.Of("leftover.ended", ("year", Value.Plain(year)))
            : Message.Of(today <= deadline ? "leftover.late" : "leftover.late:passed", ("year", Value.Plain(year)), ("deadline", deadline));
    }
}
