using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.TaxOffice.Coretax;

/// <summary>One row of a file that may be Coretax's list.</summary>
/// <param name="Line">Its number in the file, from 1: the heading is a row too.</param>
/// <param name="Texts">Its cells; missing ones at the end are left out.</param>
/// <param name="Numbers">Columns that hold a number and no text: their dot parts the decimals.</param>
/// <param name="Unreadable">Columns of which nobody knows what a person would see, each with why.</param>
public sealed record CoretaxCells(
    int Line, IReadOnlyList<string> Texts, IReadOnlySet<int> Numbers, IReadOnlyDictionary<int, Message> Unreadable)
{
    /// <summary>The text of a column, as it may be stored; empty when there is no such column or the row is shorter.</summary>
    public string this[int column] => column >= 0 && column < Texts.Count ? PlainText.Line(Texts[column]) : "";
}
