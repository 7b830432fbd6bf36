using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace FaspayBilling.Core.Formats.Sheets;

/// <summary>The small parts that hold a workbook together.</summary>
internal static class XlsxParts
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const string Head = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";

    // In the order of SheetStyle.
    private const string Styles = $"""
        {Head}<styleSheet xmlns="{Main}">
        <numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy\ hh:mm"/></numFmts>
        <fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
        <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
        <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
        <cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
        <xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyNumberFormat="1"/>
        <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
        <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
        <xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
        <xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>
        </styleSheet>
        """;

    public static void Write(ZipArchive zip, IReadOnlyList<string> sheets)
    {
        Part(zip, "xl/styles.xml", Styles);
        var named = Each(sheets, (n, name) => $"""<sheet name="{SecurityElement.Escape(name)}" sheetId="{n}" r:id="rId{n}"/>""");
        var related = Each(
            sheets, (n, _) => $"""<Relationship Id="rId{n}" Type="{Relations}/worksheet" Target="worksheets/sheet{n}.xml"/>""");
        var typed = Each(
            sheets, (n, _) => $"""<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{Sheet}.worksheet+xml"/>""");
        Part(zip, "xl/workbook.xml", $"""
            {Head}<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets>{named}</sheets></workbook>
            """);
        Part(zip, "xl/_rels/workbook.xml.rels", $"""
            {Head}<Relationships xmlns="{Package}/relationships">
            {related}<Relationship Id="styles" Type="{Relations}/styles" Target="styles.xml"/>
            </Relationships>
            """);
        Part(zip, "_rels/.rels", $"""
            {Head}<Relationships xmlns="{Package}/relationships">
            <Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/>
            </Relationships>
            """);
        Part(zip, "[Content_Types].xml", $"""
            {Head}<Types xmlns="{Package}/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/xl/workbook.xml" ContentType="{Sheet}.sheet.main+xml"/>
            <Override PartName="/xl/styles.xml" ContentType="{Sheet}.styles+xml"/>
            {typed}</Types>
            """);
    }

    private static string Each(IReadOnlyList<string> sheets, Func<string, string, string> part) =>
        string.Concat(sheets.Select((name, i) => part((i + 1).ToString(CultureInfo.InvariantCulture), name)));

    private static void Part(ZipArchive zip, string path, string text)
    {
        using var part = zip.CreateEntry(path, CompressionLevel.Fastest).Open();
        part.Write(Encoding.UTF8.GetBytes(text));
    }
}
