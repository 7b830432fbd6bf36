using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Formats.Sheets;

/// <summary>One cell of a written sheet. Text is always text: nothing that a customer's name holds is ever a formula.</summary>
public readonly record struct SheetCell
{
    private static readonly DateTime Epoch = new(1899, 12, 30);

    private SheetCell(SheetStyle style, string? text, decimal number) => (Style, Text, Number) = (style, text, number);

    /// <summary>How it looks and what it is.</summary>
    public SheetStyle Style { get; }

    /// <summary>For text; null for a number or an empty cell.</summary>
    public string? Text { get; }

    /// <summary>For numbers, amounts, days and instants (days since 1899-12-30).</summary>
    public decimal Number { get; }

    /// <summary>Rupiah, with two decimals.</summary>
    public static SheetCell Money(decimal amount) => new(SheetStyle.Money, null, amount);

    public static SheetCell Day(DateOnly day) => new(SheetStyle.Day, null, day.DayNumber - DateOnly.FromDateTime(Epoch).DayNumber);

    /// <summary>A stored UTC instant as Jakarta's day and time, cut to seconds.</summary>
    public static SheetCell Instant(DateTime utc) =>
        new(SheetStyle.Instant, null, decimal.Round((long)(JakartaCalendar.Local(utc) - Epoch).TotalSeconds / 86_400m, 10));

    public static implicit operator SheetCell(string? text) => new(SheetStyle.Text, string.IsNullOrEmpty(text) ? null : text, 0);

    public static implicit operator SheetCell(int number) => new(SheetStyle.Number, null, number);
}
