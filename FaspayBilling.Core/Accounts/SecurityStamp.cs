using System.Security.Cryptography;

namespace FaspayBilling.Core.Accounts;

/// <summary>The value behind every sign-in of a user: a new one goes with the end of all its sessions.</summary>
internal static class SecurityStamp
{
    public static string New() => RandomNumberGenerator.GetHexString(40);
}
