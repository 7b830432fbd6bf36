namespace FaspayBilling.Core.Configuration;

/// <summary>
/// Files and folders that hold what merchants and customers trust us with: only the account that runs the program reads them (0600, 0700).
/// Windows gives a file the rights of its folder.
/// </summary>
public static class PrivateFiles
{
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnFolder = OwnFile | UnixFileMode.UserExecute;

    /// <summary>Opens a file that nobody else reads; one that <paramref name="mode"/> makes is so from its first byte on.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="mode">One that can make a file: not Open, not Truncate.</param>
    /// <param name="options">How it is used.</param>
    /// <param name="bufferSize">In bytes.</param>
    /// <param name="share">With anything but None others may hold it too that share it.</param>
    /// <exception cref="IOException">It cannot be made or opened, or is there where <paramref name="mode"/> wants a new one.</exception>
    /// <exception cref="UnauthorizedAccessException">Missing rights.</exception>
    public static FileStream Open(
        string path,
        FileMode mode,
        FileOptions options = FileOptions.Asynchronous,
        int bufferSize = 4096,
        FileShare share = FileShare.None)
    {
        var opening = new FileStreamOptions
        {
            Mode = mode,
            Access = FileAccess.ReadWrite,
            Share = share,
            Options = options,
            BufferSize = bufferSize,
        };
        if (!OperatingSystem.IsWindows())
        {
            opening.UnixCreateMode = OwnFile;
        }

        return new FileStream(path, opening);
    }

    /// <summary>Makes the folder where there is none; one that is there keeps the rights that somebody gave it.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">Missing rights.</exception>
    public static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnFolder);
        }
    }

    /// <summary>What is there of a path: itself, or the nearest above it. It is a file where a file is in the way.</summary>
    public static string Nearest(string path)
    {
        var nearest = path;
        while (!Path.Exists(nearest) && Path.GetDirectoryName(nearest) is { } parent)
        {
            nearest = parent;
        }

        return nearest;
    }

    /// <summary>Why no file can be made in a folder, or in the nearest one above it that is there; null when one can.</summary>
    public static string? WhyNotWritable(string folder)
    {
        var nearest = Nearest(folder);
        if (File.Exists(nearest))
        {
            return $"{nearest} is a file";
        }

        try
        {
            using var probe = Open(Path.Combine(nearest, $".{Guid.NewGuid():N}.part"), FileMode.CreateNew, FileOptions.DeleteOnClose);
            return null;
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            return $"{folder} cannot be written ({unwritable.Message.TrimEnd('.')})";
        }
    }

    /// <summary>
    /// Takes the rights of others off a file that lies there. False when it belongs to somebody else, who alone may do that; true when
    /// there is no such file.
    /// </summary>
    public static bool TryClose(string path)
    {
        if (OperatingSystem.IsWindows() || !File.Exists(path) || (File.GetUnixFileMode(path) & ~OwnFile) == UnixFileMode.None)
        {
            return true;
        }

        try
        {
            File.SetUnixFileMode(path, OwnFile);
            return true;
        }
        catch (Exception theirs) when (theirs is UnauthorizedAccessException or IOException)
        {
            return false;
        }
    }
}
