namespace FaspayBilling.Core.Domain.Shared;

/// <summary>What a <see cref="Value"/> is, and so how it is written where it is shown.</summary>
public enum ValueKind
{
    /// <summary>A text as it is: a name, a number with its own punctuation.</summary>
    Text,

    /// <summary>How many: <c>1.000.000</c>.</summary>
    Count,

    /// <summary>A number without grouping: a year, a line.</summary>
    Plain,

    /// <summary>Rupiah: <c>Rp 1.234.567</c>.</summary>
    Money,

    /// <summary>A day: <c>07/03/2023</c>.</summary>
    Day,

    /// <summary>A month, kept as its first day: <c>March 2023</c>.</summary>
    Month,

    /// <summary>An instant in UTC, written by Jakarta's clock: <c>07/03/2023 10:04</c>.</summary>
    Instant,

    /// <summary>A member of an enumeration, written by its name in the reader's language.</summary>
    Term,

    /// <summary>Several values, with commas between them.</summary>
    List,

    /// <summary>A message inside a message.</summary>
    Message,
}
