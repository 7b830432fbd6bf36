namespace FaspayBilling.Core.Domain.TaxOffice.Files;

/// <summary>What operating systems put into a zip by themselves: nobody chose it, so nobody is told of it (docs/rules.md 8).</summary>
public static class SystemFiles
{
    private static readonly HashSet<string> Folders = new(StringComparer.OrdinalIgnoreCase)
    {
        "__MACOSX", ".Spotlight-V100", ".Trashes", ".fseventsd", ".TemporaryItems", "$RECYCLE.BIN", "System Volume Information",
    };

    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ".DS_Store", ".localized", "Icon\r", "Thumbs.db", "ehthumbs.db", "desktop.ini", ".directory",
    };

    /// <summary>True for such a file, wherever in the zip it lies.</summary>
    /// <param name="path">As the zip names it, with either slash.</param>
    public static bool Are(string path)
    {
        var parts = path.Split('/', '\\');
        return parts[..^1].Any(Folders.Contains)
            || Names.Contains(parts[^1])
            || parts[^1].StartsWith("._", StringComparison.Ordinal);
    }
}
