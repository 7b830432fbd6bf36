using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice;
using FaspayBilling.Core.Domain.TaxOffice.Coretax;
using FaspayBilling.Core.Formats.Sheets;

namespace FaspayBilling.Core.Features.TaxOffice.CoretaxLists;

/// <summary>Finds Coretax's list in a file, in whatever sheet and below whatever title, and reads its lines.</summary>
public static class CoretaxSheet
{
    /// <summary>
    /// Refuses <c>coretax-list.file</c>, <c>coretax-list.too-large</c>, <c>coretax-list.purchases</c>, <c>coretax-list.heading</c>,
    /// <c>coretax-list.empty</c>, with the sheet and the row that it met.
    /// </summary>
    /// <param name="file">XLSX or CSV, seekable; stays open.</param>
    /// <param name="stop">Ends the reading.</param>
    public static Outcome<IReadOnlyList<CoretaxListLine>> Read(Stream file, CancellationToken stop)
    {
        var table = SheetFile.Find(file, row => CoretaxList.Columns(row.Cells), stop);
        return table.Ok ? CoretaxList.Read(Table(table.Value)) : WhyNot(table.Refusal!);
    }

    // In the words of somebody who exports from Coretax.
    private static Refusal WhyNot(Refusal sheet) =>
        sheet.Code == SheetRefusals.SheetTooLarge.Code ? TaxOfficeRefusals.CoretaxListTooLarge(sheet.Message)
        : sheet == SheetRefusals.SheetEmpty ? TaxOfficeRefusals.CoretaxListEmpty
        : TaxOfficeRefusals.CoretaxListFile(sheet.Message);

    private static CoretaxTable Table(SheetTable found) =>
        new(found.Place, found.Sheets, found.Heading.Cells, [.. found.Rows.Select(Cells)]);

    private static CoretaxCells Cells(SheetRow row)
    {
        var columns = Enumerable.Range(0, row.Cells.Count).ToList();
        return new CoretaxCells(
            row.Line,
            row.Cells,
            columns.Where(c => row.Kind(c) == CellKind.Number).ToHashSet(),
            columns.Where(c => WhyUnreadable(row, c) is not null).ToDictionary(c => c, c => WhyUnreadable(row, c)!));
    }

    private static Message? WhyUnreadable(SheetRow row, int column) => row.Kind(column) switch
    {
        CellKind.Unresolved => Message.Of("coretax-problem.cell:no-result", ("cell", SheetTable.CellName(column, row.Line))),
        CellKind.Error => Error(row, column),
        CellKind.Text when IsError(row[column]) => Error(row, column),
        _ => null,
    };

    private static Message Error(SheetRow row, int column) =>
        Message.Of("coretax-problem.cell", ("cell", SheetTable.CellName(column, row.Line)), ("found", row[column]));

    // A CSV says them as text.
    private static bool IsError(string text) =>
        text is "#N/A" or "#REF!" or "#VALUE!" or "#NAME?" or "#DIV/0!" or "#NULL!" or "#NUM!" or "#SPILL!" or "#CALC!";
}
