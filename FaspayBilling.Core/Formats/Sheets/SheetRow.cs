namespace FaspayBilling.Core.Formats.Sheets;

/// <summary>One row of a file that was read.</summary>
/// <param name="Line">Its number in the file, from 1: the heading is a row too.</param>
/// <param name="Cells">Its texts; missing cells at the end are left out.</param>
public sealed record SheetRow(int Line, IReadOnlyList<string> Cells)
{
    /// <summary>What each cell is, where the file says it; empty for CSV, which holds only text.</summary>
    public IReadOnlyList<CellKind> Kinds { get; init; } = [];

    /// <summary>The text of a column, trimmed; empty when the row is shorter.</summary>
    public string this[int column] => column < Cells.Count ? Cells[column].Trim() : "";

    /// <summary>A formula without a result is something, although nobody knows what.</summary>
    public bool IsEmpty => Cells.All(string.IsNullOrWhiteSpace) && !Kinds.Contains(CellKind.Unresolved);

    /// <summary>What the cell of a column is.</summary>
    public CellKind Kind(int column) =>
        column < Kinds.Count ? Kinds[column] : column < Cells.Count && Cells[column].Length > 0 ? CellKind.Text : CellKind.Empty;
}
