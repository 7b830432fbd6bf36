using System.Security.Cryptography;

namespace FaspayBilling.Core.Domain.Invoices;

/// <summary>The unguessable part of a bill page's address: 32 random letters, digits, hyphens and underscores.</summary>
public static class PublicLinkKey
{
    public const int Length = 32;

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    /// <summary>A new key from the cryptographic source.</summary>
    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>True when a bill could have this key; anything else need not be looked for.</summary>
    public static bool IsPossible(string key) => key.Length == Length && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
