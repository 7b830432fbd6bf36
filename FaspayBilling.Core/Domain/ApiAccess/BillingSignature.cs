using System.Security.Cryptography;
using System.Text;

namespace FaspayBilling.Core.Domain.ApiAccess;

/// <summary>The signatures of the billing API. The algorithms are Faspay's; what is stored is a keyed hash of it.</summary>
public static class BillingSignature
{
    /// <summary>Hex digits of a signature.</summary>
    public const int Length = 40;

    /// <summary><c>SHA1(MD5(username + password))</c>: both as lower-case hex, SHA1 over the hex text of the MD5.</summary>
    public static string Of(string username, string password) => Hex(SHA1.HashData(Bytes(Hex(MD5.HashData(Bytes(username + password))))));

    /// <summary>The signature of one bill: <c>SHA1(MD5(username + password + transaction_number))</c>.</summary>
    public static string Of(string username, string password, string transactionNumber) => Of(username, password + transactionNumber);

    /// <summary>True for 40 lower-case hex digits.</summary>
    public static bool IsOne(string text) => text.Length == Length && text.All(char.IsAsciiHexDigitLower);

    /// <summary>HMAC-SHA256 of the signature with the installation's secret, lower-case hex: what the database is searched for.</summary>
    public static string KeyedHash(string signature, string secret) => Hex(HMACSHA256.HashData(Bytes(secret), Bytes(signature)));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
