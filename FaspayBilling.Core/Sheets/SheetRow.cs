namespace FaspayBilling.Core.Sheets;

/// <summary>One row of a file that was read.</summary>
/// <param name="Line">Its number in the file, from 1: the heading is a row too.</param>
/// <param name="Cells">Its texts; missing cells at the end are left out.</param>
public sealed record SheetRow(int Line, IReadOnlyList<string> Cells)
{
    /// <summary>The text of a column, trimmed; empty when the row is shorter.</summary>
    public string this[int column] => column < Cells.Count ? Cells[column].Trim() : "";

    public bool IsEmpty => Cells.All(string.IsNullOrWhiteSpace);
}
