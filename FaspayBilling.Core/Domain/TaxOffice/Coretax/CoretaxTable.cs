using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.TaxOffice.Coretax;

/// <summary>The table of a file that may be Coretax's list.</summary>
/// <param name="Place">Where its heading stands, as a person finds it.</param>
/// <param name="Sheets">All sheets that were looked at; empty for a CSV file.</param>
/// <param name="Heading">The row that names the most columns of the list.</param>
/// <param name="Rows">The filled rows below it.</param>
public sealed record CoretaxTable(
    Message Place, IReadOnlyList<string> Sheets, IReadOnlyList<string> Heading, IReadOnlyList<CoretaxCells> Rows);
