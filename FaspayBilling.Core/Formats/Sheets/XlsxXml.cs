using System.Text;
using System.Xml;

namespace FaspayBilling.Core.Formats.Sheets;

/// <summary>
/// One part of a workbook, read forward; each step is bounded in bytes and in depth. Strict Open XML differs in its namespaces only.
/// </summary>
internal sealed class XlsxXml(Stream part, SheetReading reading, BoundedNames names) : IDisposable
{
    private const string Strict = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    private const string StrictRelations = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    // A character of a cell may be escaped as _x0041_.
    private const int LongestText = 7 * SheetLimits.Cell;

    private readonly XmlReader xml = XmlReader.Create(new BoundedStream(part, reading.Unpacked), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
        NameTable = names,
    });

    public int Depth => xml.Depth;

    /// <summary>An element without content, not even an end.</summary>
    public bool IsEmpty => xml.IsEmptyElement;

    /// <summary>The id of the part that an element names.</summary>
    public string? RelationId => xml.GetAttribute("id", XlsxParts.Relations) ?? xml.GetAttribute("id", StrictRelations);

    public bool Read()
    {
        reading.Next();
        return xml.Read() && (xml.Depth <= SheetLimits.Depth ? true : throw new InvalidDataException("No workbook nests so deep."));
    }

    /// <summary>Stands on the start of such an element, whatever its namespace.</summary>
    public bool IsElement(string name) => xml.NodeType == XmlNodeType.Element && xml.LocalName == name;

    /// <summary>Stands on the start of such an element of a workbook.</summary>
    public bool Starts(string name) => IsElement(name) && IsMain;

    /// <summary>Stands on the end of such an element of a workbook.</summary>
    public bool Ends(string name) => xml.NodeType == XmlNodeType.EndElement && xml.LocalName == name && IsMain;

    public string? Attribute(string name) => xml.GetAttribute(name);

    /// <summary>What the values (<c>v</c>) and texts (<c>t</c>) of this element hold; reads to its end.</summary>
    /// <param name="formula">There is a formula, which is no text of it. (Neither is how a name is pronounced, <c>rPh</c>.)</param>
    public string Text(out bool formula)
    {
        formula = false;
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var depth = xml.Depth;
        var inside = false;
        string? first = null;
        StringBuilder? all = null;
        while (Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                formula |= xml.LocalName == "f";
                inside = !xml.IsEmptyElement && xml.LocalName is "v" or "t";
                if (xml.LocalName is "f" or "rPh")
                {
                    Skip();
                }
            }
            else if (xml.NodeType == XmlNodeType.EndElement)
            {
                inside = false;
            }
            else if (inside)
            {
                all = first is null ? null : (all ?? new StringBuilder(first)).Append(xml.Value);
                first ??= xml.Value;
                _ = (all?.Length ?? first.Length) <= LongestText ? 0 : throw reading.TooLarge("cell");
            }
        }

        return all?.ToString() ?? first ?? "";
    }

    public void Dispose() => xml.Dispose();

    private bool IsMain => xml.NamespaceURI is XlsxParts.Main or Strict;

    // Ends on the element's end.
    private void Skip()
    {
        if (!xml.IsEmptyElement)
        {
            for (var depth = xml.Depth; Read() && xml.Depth > depth;)
            {
            }
        }
    }
}
