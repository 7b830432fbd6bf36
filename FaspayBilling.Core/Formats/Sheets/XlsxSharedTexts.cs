namespace FaspayBilling.Core.Formats.Sheets;

/// <summary>The texts that the cells of a workbook share; read only as far as a cell asks.</summary>
internal sealed class XlsxSharedTexts(XlsxXml? part, SheetReading reading) : IDisposable
{
    private readonly List<string> texts = [];

    public string this[int index]
    {
        get
        {
            while (texts.Count <= index)
            {
                Next();
            }

            return texts[index];
        }
    }

    public void Dispose() => part?.Dispose();

    private void Next()
    {
        while (part is not null && part.Read())
        {
            if (part.Starts("si"))
            {
                texts.Add(reading.Keep(XlsxText.Unescape(part.Text(out _))));
                return;
            }
        }

        throw new InvalidDataException("A shared text is missing.");
    }
}
