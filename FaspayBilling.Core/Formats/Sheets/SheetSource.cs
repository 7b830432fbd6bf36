namespace FaspayBilling.Core.Formats.Sheets;

/// <summary>The sheets of a file, each read as often as somebody asks.</summary>
internal abstract class SheetSource(SheetReading reading) : IDisposable
{
    /// <summary>Their names, in order; empty for a CSV file, which is one sheet without a name.</summary>
    public abstract IReadOnlyList<string> Names { get; }

    protected SheetReading Reading => reading;

    /// <summary>How many there are to read: at least one.</summary>
    public int Count => Math.Max(1, Names.Count);

    /// <summary>The filled rows of a sheet, by its place.</summary>
    public IEnumerable<SheetRow> Filled(int sheet)
    {
        Reading.Begin(Names.Count == 0 ? null : Names[sheet]);
        return Rows(sheet).Where(r => !r.IsEmpty);
    }

    public virtual void Dispose()
    {
    }

    protected abstract IEnumerable<SheetRow> Rows(int sheet);
}
