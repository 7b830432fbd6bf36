using System.Security.Cryptography;
using System.Text;

namespace FaspayBilling.Core.Domain.ApiAccess;

/// <summary>Random secrets for systems, and the hash by which they are known later.</summary>
public static class ApiSecret
{
    // Without 0, O, 1, I and l: people read them out and type them.
    private const string Letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private const string Digits = "23456789abcdefghjkmnpqrstuvwxyz";

    /// <summary>Letters and digits from the cryptographic generator; 40 of them hold more than 230 bits.</summary>
    public static string New(int length) => RandomNumberGenerator.GetString(Letters, length);

    /// <summary>The random part of a name that must be unique, lower case.</summary>
    public static string NewName(int length) => RandomNumberGenerator.GetString(Digits, length);

    /// <summary>SHA-256 of a random secret, lower-case hex: enough, because nobody can guess the secret.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Compares in constant time.</summary>
    public static bool Matches(string secret, string hash) => Same(Hash(secret), hash);

    /// <summary>True when two texts are the same; takes as long for different ones.</summary>
    public static bool Same(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}
