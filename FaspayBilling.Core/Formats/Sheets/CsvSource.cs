namespace FaspayBilling.Core.Formats.Sheets;

/// <summary>A CSV file as the one sheet that it is.</summary>
internal sealed class CsvSource(Stream file, SheetReading reading) : SheetSource(reading)
{
    public override IReadOnlyList<string> Names => [];

    protected override IEnumerable<SheetRow> Rows(int sheet)
    {
        file.Position = 0;
        return CsvRows.Read(file, Reading);
    }
}
