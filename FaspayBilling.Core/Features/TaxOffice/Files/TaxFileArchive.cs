using System.IO.Compression;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice;
using FaspayBilling.Core.Domain.TaxOffice.Files;
using FaspayBilling.Core.Formats.Zip;

namespace FaspayBilling.Core.Features.TaxOffice.Files;

/// <summary>An uploaded zip, opened within the limits. Nothing of it is ever written to a path that it names.</summary>
internal sealed class TaxFileArchive : IDisposable
{
    // 1,000 entries with names of 1,000 letters and all that zips put beside them.
    private const long LongestDirectory = 4 * 1024 * 1024;

    private readonly ZipArchive zip;

    private TaxFileArchive(ZipArchive zip, IReadOnlyList<ArchivedFile> files) => (this.zip, Files) = (zip, files);

    /// <summary>Its files in the zip's order, without folders and what operating systems put beside them.</summary>
    public IReadOnlyList<ArchivedFile> Files { get; }

    /// <summary>Refuses <c>file.not-zip</c> and, by what the zip says of itself, <c>file.archive-too-large</c>.</summary>
    public static Outcome<TaxFileArchive> Open(Stream file)
    {
        if (file.Length > TaxFileLimits.Archive)
        {
            return TaxOfficeRefusals.FileArchiveTooLarge;
        }

        ZipArchive? zip = null;
        try
        {
            var methods = ZipMethods.Of(file, LongestDirectory);
            var stream = new ArchiveStream(file, LongestDirectory);
            zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            var files = zip.Entries.Select((e, at) => (Entry: e, Method: at < methods.Count ? methods[at] : (int?)null))
                .Where(f => !IsFolder(f.Entry) && !SystemFiles.Are(f.Entry.FullName))
                .Select((f, index) => new ArchivedFile(f.Entry, index, f.Method))
                .ToList();
            stream.Opened();
            if (WhyNot(zip, files) is not { } refusal)
            {
                return new TaxFileArchive(zip, files);
            }

            zip.Dispose();
            return refusal;
        }
        catch (ArchiveStream.DirectoryTooLongException)
        {
            zip?.Dispose();
            return TaxOfficeRefusals.FileArchiveTooLarge;
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or ArgumentException or OverflowException)
        {
            zip?.Dispose();
            return TaxOfficeRefusals.FileNotZip;
        }
    }

    public void Dispose() => zip.Dispose();

    private static Refusal? WhyNot(ZipArchive zip, List<ArchivedFile> files) =>
        files.Count == 0 ? TaxOfficeRefusals.FileArchiveEmpty
        : files.Count > TaxFileLimits.Files ? TaxOfficeRefusals.FileArchiveTooLarge
        : zip.Entries.Any(e => e.IsEncrypted) ? TaxOfficeRefusals.FileArchiveLocked
        : files.Sum(f => Math.Clamp(f.SaidSize, 0, TaxFileLimits.Unpacked + 1)) > TaxFileLimits.Unpacked
            ? TaxOfficeRefusals.FileArchiveTooLarge
        : null;

    private static bool IsFolder(ZipArchiveEntry entry) => entry.FullName.EndsWith('/') || entry.FullName.EndsWith('\\');
}
