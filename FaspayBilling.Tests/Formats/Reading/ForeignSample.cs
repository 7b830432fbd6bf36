using System.IO.Compression;

namespace FaspayBilling.Tests.Formats.Reading;

/// <summary>Files that were made elsewhere; they stand in the folder Samples.</summary>
internal static class ForeignSample
{
    public static byte[] Of(string name)
    {
        using var file = typeof(ForeignSample).Assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>The one PDF in a zip.</summary>
    public static byte[] Unzipped(string name)
    {
        using var zip = new ZipArchive(new MemoryStream(Of(name)));
        using var file = zip.Entries.Single().Open();
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }
}
