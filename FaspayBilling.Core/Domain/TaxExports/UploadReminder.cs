using System.Globalization;
using FaspayBilling.Core.Domain.Money;
using FaspayBilling.Core.Domain.Time;

namespace FaspayBilling.Core.Domain.TaxExports;

/// <summary>What has to go to the tax office next, and what should have gone already.</summary>
/// <param name="Today">Jakarta's day.</param>
/// <param name="Open">Taxed invoices of the tax month whose deadline comes next that neither went out nor are in Coretax.</param>
/// <param name="Overdue">The same of the year before that month: their deadlines have passed.</param>
public sealed record UploadReminder(DateOnly Today, int Open, int Overdue)
{
    /// <summary>So many days before the deadline it becomes urgent.</summary>
    private const int Urgently = 5;

    /// <summary>The tax month whose deadline comes next, its first day.</summary>
    public DateOnly Month => UploadDeadline.NextMonth(Today);

    public DateOnly Deadline => UploadDeadline.Of(Month);

    public int DaysLeft => Deadline.DayNumber - Today.DayNumber;

    /// <summary>True when somebody should act now.</summary>
    public bool Urgent => Overdue > 0 || (Open > 0 && DaysLeft <= Urgently);

    /// <summary>As the E-Faktur pages say it.</summary>
    public string Sentence
    {
        get
        {
            var month = Month.ToString("MMMM yyyy", CultureInfo.InvariantCulture);
            var next = Open == 0
                ? $"Tax invoices of {month} must be approved by {JakartaCalendar.Text(Deadline)}; none is waiting to be exported."
                : $"Tax invoices of {month} must be approved by {JakartaCalendar.Text(Deadline)}, {Left}: {Count(Open)} not exported yet.";
            return Overdue == 0 ? next : $"{next} {Late}";
        }
    }

    private string Left => DaysLeft switch
    {
        0 => "today",
        1 => "tomorrow",
        var days => string.Create(CultureInfo.InvariantCulture, $"in {days} days"),
    };

    private string Late => Overdue == 1 ? "1 of an earlier month was not exported although its deadline has passed."
        : $"{Rupiah.Count(Overdue)} of earlier months were not exported although their deadlines have passed.";

    private static string Count(int count) => count == 1 ? "1 is" : $"{Rupiah.Count(count)} are";
}
