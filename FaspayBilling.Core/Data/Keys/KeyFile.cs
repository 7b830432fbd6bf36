using System.Security.Cryptography;
using FaspayBilling.Core.Configuration;

namespace FaspayBilling.Core.Data.Keys;

/// <summary>
/// A file with 256 random bits that protects the keys of the installation where no certificate does. It is made once, lies outside the
/// database, and every node has the same one.
/// </summary>
/// <param name="path">Where it lies; setting <c>DataProtection:KeyFile</c>.</param>
public sealed class KeyFile(string path)
{
    private const int Bytes = 32;

    private readonly Lazy<byte[]> key = new(() => Read(path), LazyThreadSafetyMode.PublicationOnly);

    public string Path => path;

    public bool Exists => File.Exists(path);

    /// <summary>Tells one file from another without giving its secret away.</summary>
    /// <exception cref="StartRefusedException">It cannot be read, or is none.</exception>
    public string Id => Convert.ToHexStringLower(SHA256.HashData(key.Value))[..16];

    /// <summary>The secret.</summary>
    /// <exception cref="StartRefusedException">It cannot be read, or is none.</exception>
    internal ReadOnlySpan<byte> Key => key.Value;

    /// <summary>
    /// Makes it where there is none; afterwards it can be used. False when others can read it and it belongs to another account,
    /// which alone may change that.
    /// </summary>
    /// <exception cref="StartRefusedException">It cannot be written, cannot be read, or is none.</exception>
    internal bool Prepare()
    {
        if (!Exists)
        {
            Make();
        }

        var closed = PrivateFiles.TryClose(path);
        _ = key.Value;
        return closed;
    }

    private void Make()
    {
        var unfinished = $"{path}.{System.IO.Path.GetRandomFileName()}";
        try
        {
            PrivateFiles.MakeFolder(System.IO.Path.GetDirectoryName(path)!);
            using (var file = PrivateFiles.Open(unfinished, FileMode.CreateNew, FileOptions.WriteThrough))
            using (var writer = new StreamWriter(file))
            {
                writer.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)));
            }

            // Moved when complete, and never over another: half a key, or a second one, would lose all that the first protected.
            File.Move(unfinished, path);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(unfinished))
            {
                File.Delete(unfinished);
            }

            // Another start made it at the same moment: that one counts.
            if (!Exists)
            {
                throw new StartRefusedException(
                    $"The key file {path} cannot be written ({broken.Message.TrimEnd('.')}). Correct the setting {KeyProtection.FileKey}.",
                    broken);
            }
        }
    }

    private static byte[] Read(string path)
    {
        try
        {
            var read = Convert.FromBase64String(File.ReadAllText(path).Trim());
            return read.Length == Bytes ? read : throw new FormatException("it has another length than a key");
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new StartRefusedException(
                $"The key file {path} (setting {KeyProtection.FileKey}) cannot be used ({broken.Message.TrimEnd('.')}). Restore it from "
                    + "where its copy is kept.",
                broken);
        }
    }
}
