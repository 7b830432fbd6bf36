namespace FaspayBilling.Core.Domain.Shared;

/// <summary>The days that a field takes, both ends included: a date without either bound is a slip of the keyboard.</summary>
/// <param name="First">The earliest.</param>
/// <param name="Last">The latest.</param>
public readonly record struct DayRange(DateOnly First, DateOnly Last)
{
    /// <summary>How far back something may have happened, and how far ahead something may be agreed.</summary>
    public const int Years = 10;

    /// <summary>All that a person can mean by a date; what lies beyond is read as no date at all.</summary>
    public static readonly DayRange Known = new(new DateOnly(1900, 1, 1), new DateOnly(2199, 12, 31));

    /// <summary>For what has happened: ten years back to today.</summary>
    public static DayRange Past(DateOnly today) => new(today.AddYears(-Years), today);

    /// <summary>For what is agreed: ten years back to ten years ahead.</summary>
    public static DayRange Around(DateOnly today) => new(today.AddYears(-Years), today.AddYears(Years));

    /// <summary>From a day to ten years after it, as far as dates go.</summary>
    public static DayRange After(DateOnly day) =>
        new(day, day.Year > DateOnly.MaxValue.Year - Years ? DateOnly.MaxValue : day.AddYears(Years));

    /// <summary>The day itself, or the end that it lies beyond.</summary>
    public DateOnly Nearest(DateOnly day) => day < First ? First : day > Last ? Last : day;

    /// <summary>False for no day, and for one beyond the ends.</summary>
    public bool Holds(DateOnly? day) => day is { } some && First <= some && some <= Last;
}
