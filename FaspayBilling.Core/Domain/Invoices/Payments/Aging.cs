using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.Invoices.Payments;

/// <summary>How long an open invoice is overdue, in the classes of the Invoice Aging report (docs/sources/faspay.md 22).</summary>
public static class Aging
{
    /// <summary>Whole Jakarta days past the due day; 0 up to the due day itself.</summary>
    public static int DaysOverdue(DateTime due, DateOnly asOf) => Math.Max(0, asOf.DayNumber - JakartaCalendar.DayOf(due).DayNumber);

    /// <summary>The class of that many days.</summary>
    public static AgingClass ClassOf(int daysOverdue) => daysOverdue switch
    {
        <= 0 => AgingClass.Current,
        <= 30 => AgingClass.To30,
        <= 60 => AgingClass.To60,
        <= 90 => AgingClass.To90,
        <= 120 => AgingClass.To120,
        _ => AgingClass.Older,
    };
}
