using System.Security.Cryptography;

namespace FaspayBilling.Core.Accounts;

/// <summary>The value behind every sign-in of a user: a new one ends all cookies and open pages within a minute.</summary>
internal static class SecurityStamp
{
    public static string New() => RandomNumberGenerator.GetHexString(40);
}
