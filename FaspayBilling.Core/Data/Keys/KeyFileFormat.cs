namespace FaspayBilling.Core.Data.Keys;

/// <summary>How a key that the key file encrypted stands in the database: nonce, ciphertext and tag in one piece of Base64.</summary>
internal static class KeyFileFormat
{
    /// <summary>Bytes of the nonce.</summary>
    public const int Nonce = 12;

    /// <summary>Bytes of the tag.</summary>
    public const int Tag = 16;

    public const string Element = "encryptedByKeyFile";

    /// <summary>The attribute that says which file: <see cref="KeyFile.Id"/>.</summary>
    public const string File = "file";
}
