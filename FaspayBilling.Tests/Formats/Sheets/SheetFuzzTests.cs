using System.IO.Compression;
using System.Text;
using FaspayBilling.Core.Formats.Sheets;
using FaspayBilling.Tests.Support;

namespace FaspayBilling.Tests.Formats.Sheets;

/// <summary>Good files, damaged at random: each is read or refused, none throws.</summary>
[Collection(nameof(Alone))]
public sealed class SheetFuzzTests
{
    private const int Times = 25;
    private const long MostMemory = 64 * 1024 * 1024;

    private static readonly string[] Splinters =
    [
        "<", ">", "/>", "\"", "&", "&#0;", "<c", "<row>", "</row>", "]]>", "<![CDATA[", "t=\"s\"", "r=\"ZZZZ1\"", "r=\"1\"",
        "-1", "99999999999", "1E999", "NaN", "_xD800_", "\0", "\r", "\ud83d", ";;;", ",\"", "=",
    ];

    private const string Cells =
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"b\"><v>1</v></c><c r=\"C1\" s=\"1\"><v>46345</v></c>" +
        "<c r=\"D1\"><f>A1</f></c><c r=\"E1\" t=\"e\"><v>#N/A</v></c></row>";

    private const string Shared = "<si><r><t>PT </t></r><r><t>Maju</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></si>";

    private const string Styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>";

    public static TheoryData<string> Samples =>
    [
        "strict.xlsx", "hidden-first-sheet.xlsx", "formulas-without-results.xlsx", "102-columns.xlsx", "written", "of every kind",
        "text-formulas.csv", "separator-line.csv", "odd-npwps.csv", "title-above-heading.csv",
    ];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_file_with_changed_bytes_is_read_or_refused(string name)
    {
        var random = new Random(20261126);
        var good = Bytes(name);
        Expect(name, Enumerable.Range(0, Times).Select(_ => Changed(good, random)));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_file_with_changed_text_is_read_or_refused(string name)
    {
        var random = new Random(20261127);
        var good = Bytes(name);
        Expect(name, Enumerable.Range(0, Times).Select(_ => good[0] == 'P' ? Repacked(good, random) : Splintered(good, random)));
    }

    private static void Expect(string name, IEnumerable<byte[]> damaged)
    {
        foreach (var (file, i) in damaged.Select((file, i) => (file, i)))
        {
            var before = GC.GetAllocatedBytesForCurrentThread();

            var read = SheetFile.Read(new MemoryStream(file), default);

            (read.Ok ? "sheet." : read.Refusal!.Code).Should().StartWith("sheet.", "{0}, number {1}", name, i);
            (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(MostMemory, "{0}, number {1}", name, i);
        }
    }

    private static byte[] Bytes(string name)
    {
        using var file = new MemoryStream();
        switch (name)
        {
            case "written":
                using (var writer = new XlsxWriter(file, "List", [new("Name"), new("Amount")]))
                {
                    writer.Write(["PT Maju", SheetCell.Money(1_234_567.5m)]);
                }

                return file.ToArray();
            case "of every kind":
                return GivenWorkbook.With(Cells, Shared, Styles, "date1904=\"1\"").ToArray();
            default:
                return SheetSamples.Bytes(name);
        }
    }

    private static byte[] Changed(byte[] good, Random random)
    {
        var bytes = good.ToArray();
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return random.Next(4) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
    }

    // Behind an unharmed packing, so that what reads the XML has to bear it.
    private static byte[] Repacked(byte[] good, Random random)
    {
        using var zip = new ZipArchive(new MemoryStream(good));
        var parts = zip.Entries.Select(e => (e.FullName, Text: new StreamReader(e.Open()).ReadToEnd())).ToList();
        var victim = random.Next(parts.Count);
        parts[victim] = (parts[victim].FullName, Splintered(parts[victim].Text, random));
        return GivenWorkbook.Zip([.. parts.Select(p => (p.FullName, (IEnumerable<string>)[p.Text]))]).ToArray();
    }

    private static byte[] Splintered(byte[] good, Random random) =>
        Encoding.UTF8.GetBytes(Splintered(Encoding.UTF8.GetString(good), random));

    private static string Splintered(string text, Random random)
    {
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var at = random.Next(text.Length);
            var cut = random.Next(Math.Min(40, text.Length - at));
            text = text.Remove(at, cut).Insert(at, random.Next(3) == 0 ? "" : Splinters[random.Next(Splinters.Length)]);
        }

        return text;
    }
}
