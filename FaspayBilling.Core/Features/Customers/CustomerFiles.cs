using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Formats.Sheets;
using FaspayBilling.Core.Texts;

namespace FaspayBilling.Core.Features.Customers;

/// <summary>The files around an import: the empty template, and the rows that could not be saved.</summary>
public static class CustomerFiles
{
    public const string Problem = "Problem";

    /// <summary>A workbook with the heading and no row.</summary>
    public static void WriteTemplate(Stream to) => new XlsxWriter(to, "Customers", CustomerSheet.Columns).Dispose();

    /// <summary>The rows as the file had them, each with its problems behind it: mended, the same file can be imported again.</summary>
    /// <param name="import">The file that was read.</param>
    /// <param name="rows">Rows of it.</param>
    /// <param name="language">Of the problems.</param>
    /// <param name="to">Left open.</param>
    /// <param name="progress">The share done, 0 to 1.</param>
    /// <param name="stop">Ends the work.</param>
    public static void WriteProblems(
        CustomerImport import,
        IReadOnlyList<ImportedCustomer> rows,
        Language language,
        Stream to,
        IProgress<double> progress,
        CancellationToken stop)
    {
        var headers = import.Headers.ToList();
        var place = headers.IndexOf(Problem) is var at and >= 0 ? at : headers.Count;
        using var sheet = new XlsxWriter(
            to, "Problems", [.. headers.Take(place).Select(h => new SheetColumn(h, 22)), new SheetColumn(Problem, 80)]);
        var share = new RowShare(rows.Count, progress);
        foreach (var row in rows)
        {
            stop.ThrowIfCancellationRequested();
            var cells = Enumerable.Range(0, place)
                .Select(i => (SheetCell)(i < row.Cells.Count ? row.Cells[i] : ""))
                .Append(string.Join(' ', row.Problems.Select(p => Sentences.Of(p.Message, language))));
            sheet.Write([.. cells]);
            share.Next();
        }
    }
}
