namespace FaspayBilling.Core.Formats.Sheets;

/// <summary>What the cell of a file that was read holds; its text is in <see cref="SheetRow.Cells"/>.</summary>
public enum CellKind : byte
{
    Empty,

    /// <summary>As it was written; every cell of a CSV file that is filled.</summary>
    Text,

    /// <summary>
    /// A number; its text is invariant, of at most 15 digits, from 1E15 on with an exponent. Its dot parts the decimals: whoever reads
    /// an amount out of it must not take <c>353189.125</c> for a text with a grouping.
    /// </summary>
    Number,

    /// <summary>
    /// A number shown as a day: days since 1899-12-30, also in a workbook that counts from 1904 or writes ISO 8601.
    /// An instant with an offset is Jakarta's day and time.
    /// </summary>
    Date,

    /// <summary><c>TRUE</c> or <c>FALSE</c>.</summary>
    Boolean,

    /// <summary>An error such as <c>#N/A</c>.</summary>
    Error,

    /// <summary>A formula whose result was not stored: its text is empty, and nobody knows what a person would see.</summary>
    Unresolved,
}
