using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace FaspayBilling.Core.Accounts;

/// <summary>The secret part of an invitation or set-up link: 256 random bits; only its hash is stored.</summary>
internal static class LinkSecret
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
