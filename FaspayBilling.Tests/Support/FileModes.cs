using System.Runtime.Versioning;

namespace FaspayBilling.Tests.Support;

/// <summary>Who may read a file, as the machine says it.</summary>
[UnsupportedOSPlatform("windows")]
internal static class FileModes
{
    public const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    public const UnixFileMode OwnFolder = OwnFile | UnixFileMode.UserExecute;

    /// <summary>As files are made without further ado.</summary>
    public const UnixFileMode ForAll = OwnFile | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>The files of a folder that others may read or write, by name.</summary>
    public static IReadOnlyList<string> OpenIn(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => (File.GetUnixFileMode(file) & ~OwnFile) != UnixFileMode.None)
            .Select(file => Path.GetFileName(file)),
    ];
}
