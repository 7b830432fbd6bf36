using System.IO.Compression;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Formats.Sheets;

/// <summary>The parts of a workbook that its rows need, found by their relations and opened bounded.</summary>
internal sealed class XlsxBook : IDisposable
{
    private readonly SheetReading reading;
    private readonly ZipArchive zip;
    private readonly BoundedNames names = new();
    private readonly List<(string Name, string Path)> sheets = [];

    /// <exception cref="InvalidDataException">It is no workbook, or a damaged one.</exception>
    /// <exception cref="SheetRefusedException">It goes beyond <see cref="SheetLimits"/>.</exception>
    public XlsxBook(Stream file, SheetReading reading)
    {
        this.reading = reading;
        var listed = false;
        var bounded = new BoundedStream(file, bytes => listed ? bytes : reading.Taken(bytes));
        zip = new ZipArchive(bounded, ZipArchiveMode.Read, leaveOpen: true);
        _ = zip.Entries.Count;
        listed = true;

        var path = Relations("").FirstOrDefault(r => r.Is("officeDocument"))?.Target ?? "xl/workbook.xml";
        var relations = Relations(path);
        using var workbook = Open(path) ?? throw new InvalidDataException("This zip is no workbook.");
        while (workbook.Read() && !workbook.Ends("sheets"))
        {
            From1904 |= workbook.Starts("workbookPr") && workbook.Attribute("date1904") is "1" or "true";
            if (workbook.Starts("sheet") && workbook.Attribute("state") is not ("hidden" or "veryHidden")
                && relations.Find(r => r.Id == workbook.RelationId && !r.Is("chartsheet")) is { } found)
            {
                sheets.Add((Name(workbook.Attribute("name") ?? ""), found.Target));
                _ = sheets.Count <= SheetLimits.Relations ? 0 : throw new InvalidDataException("No workbook has so many sheets.");
            }
        }

        Texts = new XlsxSharedTexts(Open(relations.Find(r => r.Is("sharedStrings"))?.Target ?? "xl/sharedStrings.xml"), reading);
        using var styles = Open(relations.Find(r => r.Is("styles"))?.Target ?? "xl/styles.xml");
        Formats = styles is null ? XlsxFormats.None : XlsxFormats.Of(styles);
    }

    /// <summary>The names of those that a person sees, in order.</summary>
    public IReadOnlyList<string> Names => [.. sheets.Select(s => s.Name)];

    public XlsxSharedTexts Texts { get; }

    /// <summary>How its cell styles show a number.</summary>
    public XlsxFormats Formats { get; }

    /// <summary>Its days are counted from 1904-01-01, as the first Macintosh did.</summary>
    public bool From1904 { get; }

    /// <summary>A sheet of <see cref="Names"/>, by its place; a workbook that names none has one at the usual place.</summary>
    public XlsxXml OpenSheet(int sheet) =>
        Open(sheets.Count == 0 ? "xl/worksheets/sheet1.xml" : sheets[sheet].Path)
        ?? throw new InvalidDataException("The workbook has no sheet.");

    public void Dispose()
    {
        Texts.Dispose();
        zip.Dispose();
    }

    // Excel's have at most 31 characters.
    private static string Name(string name) => PlainText.Line(PlainText.Cut(name, 31));

    private List<XlsxRelation> Relations(string path)
    {
        var (folder, name) = path.LastIndexOf('/') is var slash and >= 0 ? (path[..(slash + 1)], path[(slash + 1)..]) : ("", path);
        var relations = new List<XlsxRelation>();
        using var part = Open($"{folder}_rels/{name}.rels");
        while (part is not null && part.Read())
        {
            if (part.IsElement("Relationship") && XlsxRelation.Of(folder, part) is { } relation)
            {
                relations.Add(relation);
                _ = relations.Count <= SheetLimits.Relations ? 0 : throw new InvalidDataException("No workbook has so many parts.");
            }
        }

        return relations;
    }

    // Some writers are careless about capitals.
    private XlsxXml? Open(string path) =>
        (zip.GetEntry(path) ?? zip.Entries.FirstOrDefault(e => e.FullName.Equals(path, StringComparison.OrdinalIgnoreCase))) is { } part
            ? new XlsxXml(part.Open(), reading, names)
            : null;
}
