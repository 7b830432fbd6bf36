namespace FaspayBilling.Core.Formats.Sheets;

/// <summary>The styles of a written sheet, in the order of the style table.</summary>
public enum SheetStyle
{
    Number,
    Heading,
    Text,
    Day,
    Instant,
    Money,
}
