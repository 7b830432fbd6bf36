namespace FaspayBilling.Core.Formats.Sheets;

/// <summary>A workbook as sheets to read.</summary>
internal sealed class WorkbookSource(Stream file, SheetReading reading) : SheetSource(reading)
{
    private readonly XlsxBook book = new(file, reading);

    public override IReadOnlyList<string> Names => book.Names;

    public override void Dispose() => book.Dispose();

    protected override IEnumerable<SheetRow> Rows(int sheet) => XlsxReader.Rows(book, sheet, Reading);
}
