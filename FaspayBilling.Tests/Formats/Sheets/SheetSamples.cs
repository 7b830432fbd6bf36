namespace FaspayBilling.Tests.Formats.Sheets;

/// <summary>The files of Samples.</summary>
internal static class SheetSamples
{
    public static byte[] Bytes(string name)
    {
        using var sample = typeof(SheetSamples).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException(name);
        using var bytes = new MemoryStream();
        sample.CopyTo(bytes);
        return bytes.ToArray();
    }
}
