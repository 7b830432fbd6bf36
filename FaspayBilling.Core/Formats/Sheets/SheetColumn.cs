namespace FaspayBilling.Core.Formats.Sheets;

/// <summary>A column of a written sheet.</summary>
/// <param name="Header">Stands in the first row.</param>
/// <param name="Width">In characters.</param>
public sealed record SheetColumn(string Header, int Width = 18);
