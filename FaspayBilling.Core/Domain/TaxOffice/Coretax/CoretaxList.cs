using System.Globalization;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.TaxOffice.Codes;

namespace FaspayBilling.Core.Domain.TaxOffice.Coretax;

/// <summary>Reads the cells of Coretax's list of output invoices, however its columns are ordered (docs/sources/tax-law.md 2.6).</summary>
public static class CoretaxList
{
    // More than any invoice comes to, and less than can be kept.
    private const decimal Most = 1_000_000_000_000_000m;

    private static readonly string[][] Months =
    [
        ["januari", "january", "jan"], ["februari", "february", "feb"], ["maret", "march", "mar"], ["april", "apr"], ["mei", "may"],
        ["juni", "june", "jun"], ["juli", "july", "jul"], ["agustus", "august", "agu", "aug"], ["september", "sep"],
        ["oktober", "october", "okt", "oct"], ["november", "nov"], ["desember", "december", "des", "dec"],
    ];

    /// <summary>How many columns of the list a row names.</summary>
    public static int Columns(IReadOnlyList<string> cells) => new CoretaxHeadings(cells).Count;

    /// <summary>
    /// One line per tax invoice. Refuses <c>coretax-list.purchases</c>, <c>coretax-list.heading</c>, <c>coretax-list.empty</c>.
    /// </summary>
    public static Outcome<IReadOnlyList<CoretaxListLine>> Read(CoretaxTable table)
    {
        var heading = new CoretaxHeadings(table.Heading);
        if (heading is { HasNumber: true, IsOfPurchases: true })
        {
            return TaxOfficeRefusals.CoretaxListPurchases;
        }

        if (heading.Missing is { } missing)
        {
            return heading.Count == 0
                ? TaxOfficeRefusals.CoretaxListNoHeading(table.Sheets, missing)
                : TaxOfficeRefusals.CoretaxListHeading(table.Place, missing);
        }

        var lines = table.Rows.Select(r => Line(heading, r)).ToList();
        return lines.Count == 0 ? TaxOfficeRefusals.CoretaxListEmpty : lines;
    }

    private static CoretaxListLine Line(CoretaxHeadings columns, CoretaxCells cells)
    {
        var (number, reference, word) = (cells[columns.NumberAt], cells[columns.ReferenceAt], cells[columns.StatusAt]);
        var status = CoretaxStatuses.Parse(word);
        var date = SheetText.Day(cells[columns.DateAt]);
        var given = CoretaxNumber.TryParse(number, out var read);
        var unreadable = columns.Deciding.Where(cells.Unreadable.ContainsKey).Select(c => cells.Unreadable[c]).FirstOrDefault();
        var problem = unreadable is not null ? unreadable
            : number.Length > 0 && !given ? Message.Of("coretax-problem.number", ("found", number))
            : status is null ? Message.Of("coretax-problem.state", ("found", word))
            : date is null ? Message.Of("coretax-problem.date", ("found", cells[columns.DateAt]))
            : number.Length == 0 && status.Value.IsFinal() ? Message.Of("coretax-problem.number-missing")
            : TooMuch(cells, columns.TaxBase) ?? TooMuch(cells, columns.Vat);
        return new CoretaxListLine(cells.Line, number.Length > 0 ? number : reference, problem is not null ? null : new CoretaxListRow(
            cells.Line,
            given ? read : null,
            PlainText.Cut(reference, 300),
            status!.Value,
            date!.Value,
            PlainText.Cut(cells[columns.BuyerName], 300),
            PlainText.Cut(cells[columns.BuyerId], 60),
            Cents(cells, columns.TaxBase),
            Cents(cells, columns.Vat),
            Period(cells[columns.Month], cells[columns.Year]) ?? new DateOnly(date.Value.Year, date.Value.Month, 1)), problem);
    }

    // As they are kept: what is stored, remembered and compared with the next list is the same amount.
    private static decimal? Cents(CoretaxCells cells, int column) => Amount(cells, column) is { } amount ? Rupiah.Cents(amount) : null;

    private static decimal? Amount(CoretaxCells cells, int column) =>
        cells.Numbers.Contains(column) ? SheetText.Number(cells[column]) : SheetText.Amount(cells[column]);

    private static Message? TooMuch(CoretaxCells cells, int column) =>
        Amount(cells, column) is { } amount && Math.Abs(amount) >= Most
            ? Message.Of("coretax-problem.amount", ("found", cells[column]))
            : null;

    // A replacement keeps the tax month of what it replaces, whatever its own date is.
    private static DateOnly? Period(string month, string year)
    {
        var name = month.ToLowerInvariant();
        var number = int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var read)
            ? read
            : Array.FindIndex(Months, m => m.Contains(name)) + 1;
        return number is >= 1 and <= 12
            && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var of)
            && of is > 2000 and < 2200
                ? new DateOnly(of, number, 1)
                : null;
    }
}
