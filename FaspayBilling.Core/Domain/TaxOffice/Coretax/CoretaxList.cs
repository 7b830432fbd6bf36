using System.Globalization;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.TaxOffice.Codes;

namespace FaspayBilling.Core.Domain.TaxOffice.Coretax;

/// <summary>
/// Reads the cells of Coretax's list of output invoices, wherever its heading stands and however its columns are ordered
/// (docs/sources/tax-law.md 2.6).
/// </summary>
public static class CoretaxList
{
    private const int HeadingWithin = 20;

    private static readonly string[][] Months =
    [
        ["januari", "january", "jan"], ["februari", "february", "feb"], ["maret", "march", "mar"], ["april", "apr"], ["mei", "may"],
        ["juni", "june", "jun"], ["juli", "july", "jul"], ["agustus", "august", "agu", "aug"], ["september", "sep"],
        ["oktober", "october", "okt", "oct"], ["november", "nov"], ["desember", "december", "des", "dec"],
    ];

    /// <summary>
    /// One line per tax invoice. Refuses <c>coretax-list.purchases</c>, <c>coretax-list.heading</c>, <c>coretax-list.empty</c>.
    /// </summary>
    /// <param name="rows">The file's rows but for empty ones, each with its number in the file.</param>
    public static Outcome<IReadOnlyList<CoretaxListLine>> Read(IReadOnlyList<(int Line, IReadOnlyList<string> Cells)> rows)
    {
        if (rows.Count == 0)
        {
            return TaxOfficeRefusals.CoretaxListEmpty;
        }

        var headings = rows.Take(HeadingWithin).Select(r => new CoretaxHeadings(r.Cells)).ToList();
        if (headings.Exists(h => h.HasNumber && h.IsOfPurchases))
        {
            return TaxOfficeRefusals.CoretaxListPurchases;
        }

        var at = headings.FindIndex(h => h.HasNumber);
        if (at < 0 || headings[at].Missing is not null)
        {
            return TaxOfficeRefusals.CoretaxListHeading(at < 0 ? CoretaxHeadings.Number : headings[at].Missing!);
        }

        var lines = rows.Skip(at + 1).Select(r => Line(r.Line, headings[at], r.Cells)).ToList();
        return lines.Count == 0 ? TaxOfficeRefusals.CoretaxListEmpty : lines;
    }

    private static CoretaxListLine Line(int line, CoretaxHeadings columns, IReadOnlyList<string> cells)
    {
        string Of(int column) => column >= 0 && column < cells.Count ? cells[column].Trim() : "";
        var (number, reference, word) = (Of(columns.NumberAt), Of(columns.ReferenceAt), Of(columns.StatusAt));
        var status = CoretaxStatuses.Parse(word);
        var date = SheetText.Day(Of(columns.DateAt));
        var given = CoretaxNumber.TryParse(number, out var read);
        var problem = number.Length > 0 && !given ? Message.Of("coretax-problem.number", ("found", number))
            : status is null ? Message.Of("coretax-problem.state", ("found", word))
            : date is null ? Message.Of("coretax-problem.date", ("found", Of(columns.DateAt)))
            : number.Length == 0 && status.Value.IsFinal() ? Message.Of("coretax-problem.number-missing")
            : null;
        return new CoretaxListLine(line, number.Length > 0 ? number : reference, problem is not null ? null : new CoretaxListRow(
            line,
            given ? read : null,
            Cut(reference, 300),
            status!.Value,
            date!.Value,
            Cut(Of(columns.BuyerName), 300),
            Cut(Of(columns.BuyerId), 60),
            Cents(Of(columns.TaxBase)),
            Cents(Of(columns.Vat)),
            Period(Of(columns.Month), Of(columns.Year)) ?? new DateOnly(date.Value.Year, date.Value.Month, 1)), problem);
    }

    // As they are kept: what is stored, remembered and compared with the next list is the same amount.
    private static decimal? Cents(string text) => SheetText.Amount(text) is { } amount ? Rupiah.Cents(amount) : null;

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

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];
}
