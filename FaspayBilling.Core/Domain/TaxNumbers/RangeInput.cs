namespace FaspayBilling.Core.Domain.TaxNumbers;

/// <summary>A range as somebody typed it.</summary>
/// <param name="Year">Year Period: last year to next year.</param>
/// <param name="Start">Start Number: 13 digits, with or without punctuation.</param>
/// <param name="End">End Number, likewise.</param>
public sealed record RangeInput(int Year, string Start, string End);
