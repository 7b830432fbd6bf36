using System.IO.Compression;

namespace FaspayBilling.Core.Accounts.Passwords;

/// <summary>
/// The passwords of ten characters and more among the 100,000 that are used most, read once from the list that is built in
/// (docs/sources/common-passwords.md).
/// </summary>
internal static class CommonPasswords
{
    private static readonly Lazy<HashSet<string>> Loaded = new(Read);

    /// <summary>True when it is one of them, whatever letters are capitals; blanks around it do not count.</summary>
    public static bool Has(string password) => Loaded.Value.Contains(password.Trim().ToLowerInvariant());

    private static HashSet<string> Read()
    {
        using var packed = typeof(CommonPasswords).Assembly.GetManifestResourceStream(typeof(CommonPasswords), "common-passwords.gz")!;
        using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
        using var text = new StreamReader(unpacked);
        var passwords = new HashSet<string>(StringComparer.Ordinal);
        while (text.ReadLine() is { } password)
        {
            passwords.Add(password);
        }

        return passwords;
    }
}
