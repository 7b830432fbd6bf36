using System.Globalization;
using System.IO.Compression;
using System.Text;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice;
using FaspayBilling.Core.Domain.TaxOffice.Files;
using FaspayBilling.Core.Formats.Zip;

namespace FaspayBilling.Core.Features.TaxOffice.Files;

/// <summary>One file inside an uploaded zip. Its name is only ever read, never used as a path.</summary>
/// <param name="entry">What the zip says of it.</param>
/// <param name="index">Its place among the files that are looked at.</param>
/// <param name="method">How it is compressed; null when the zip does not say.</param>
internal sealed class ArchivedFile(ZipArchiveEntry entry, int index, int? method)
{
    private const int LongestShownName = 120;
    private static readonly char[] Separators = ['/', '\\'];

    /// <summary>Its place among the files that are looked at.</summary>
    public int Index => index;

    /// <summary>The size that the zip gives; the bytes are counted all the same.</summary>
    public long SaidSize => entry.Length;

    /// <summary>The name without folders.</summary>
    public string BareName { get; } = entry.FullName[(entry.FullName.LastIndexOfAny(Separators) + 1)..];

    /// <summary>The name as a result line shows it: cut, and without letters that hide or turn others round.</summary>
    public string ShownName =>
        Name is not null
            ? BareName
            : Shown(
                entry.FullName.Length <= LongestShownName
                    ? entry.FullName
                    : $"{PlainText.Cut(entry.FullName, LongestShownName - 1)}…");

    /// <summary>What the name says; null for another name, and for one that climbs out of the zip.</summary>
    public TaxFileName? Name { get; } =
        Climbs(entry.FullName) ? null : TaxFileName.Parse(entry.FullName[(entry.FullName.LastIndexOfAny(Separators) + 1)..]);

    /// <summary>What the name says when Coretax gave it; null for another name, and for one that climbs out of the zip.</summary>
    public CoretaxFileName? CoretaxName { get; } =
        Climbs(entry.FullName) ? null : CoretaxFileName.Parse(entry.FullName[(entry.FullName.LastIndexOfAny(Separators) + 1)..]);

    /// <summary>What may stand only once in a zip: of a name of the tax office what it says, without what marks a copy.</summary>
    public string Unique => Name?.Text ?? CoretaxName?.Short ?? BareName;

    /// <summary>The name may belong to a tax invoice: it ends like a PDF, is no system's own and does not climb out of the zip.</summary>
    public bool MayBePdf =>
        !Climbs(entry.FullName) && BareName.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) && !BareName.StartsWith('.');

    /// <summary>Its bytes. Refuses <c>file.too-large</c> as soon as there are too many, and <c>file.not-pdf</c>.</summary>
    public async Task<Outcome<byte[]>> ReadAsync(CancellationToken stop)
    {
        if (SaidSize > TaxFileLimits.Pdf)
        {
            return TaxOfficeRefusals.FileTooLarge;
        }

        if (method is { } packed && !ZipMethods.IsRead(packed))
        {
            return TaxOfficeRefusals.FileCompression(ZipMethods.Name(packed));
        }

        try
        {
            using var bytes = new MemoryStream();
            await using var content = await entry.OpenAsync(stop);
            var buffer = new byte[81_920];
            for (int read; (read = await content.ReadAsync(buffer, stop)) > 0;)
            {
                bytes.Write(buffer, 0, read);
                if (bytes.Length > TaxFileLimits.Pdf)
                {
                    return TaxOfficeRefusals.FileTooLarge;
                }
            }

            var whole = bytes.ToArray();
            return Crc32.Of(whole) != entry.Crc32 ? TaxOfficeRefusals.FileDamaged
                : PdfContent.Is(whole) ? whole
                : TaxOfficeRefusals.FileNotPdf;
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            return TaxOfficeRefusals.FileDamaged;
        }
    }

    private static bool Climbs(string path) =>
        path.IndexOfAny(Separators) == 0 || path.Contains(':', StringComparison.Ordinal) || path.Split(Separators).Contains("..");

    // Marked and not dropped: who looks for the file sees that its name was another.
    private static string Shown(string name) => string.Concat(name.EnumerateRunes().Select(r => Misleads(r) ? "?" : r.ToString()));

    private static bool Misleads(Rune rune) =>
        Rune.IsControl(rune)
        || PlainText.IsHidden(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
