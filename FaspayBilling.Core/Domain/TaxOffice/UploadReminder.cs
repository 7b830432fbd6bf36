using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.TaxOffice;

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

    /// <summary>What the E-Faktur pages say.</summary>
    public IReadOnlyList<Message> Messages => [Next, .. Late];

    private Message Next => Open == 0
        ? Message.Of("upload-reminder.none", ("month", Value.Month(Month)), ("deadline", Deadline))
        : Open == 1
            ? Message.Of("upload-reminder.one", ("month", Value.Month(Month)), ("deadline", Deadline), ("left", Left))
            : Message.Of("upload-reminder.many", ("month", Value.Month(Month)), ("deadline", Deadline), ("left", Left), ("open", Open));

    private Message Left => DaysLeft switch
    {
        0 => Message.Of("upload-reminder.left:today"),
        1 => Message.Of("upload-reminder.left:tomorrow"),
        var days => Message.Of("upload-reminder.left:days", ("days", Value.Plain(days))),
    };

    private IEnumerable<Message> Late => Overdue switch
    {
        0 => [],
        1 => [Message.Of("upload-reminder.late:one")],
        _ => [Message.Of("upload-reminder.late:many", ("overdue", Overdue))],
    };
}
