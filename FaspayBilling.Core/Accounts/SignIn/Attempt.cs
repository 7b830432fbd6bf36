using System.Security.Cryptography;
using System.Text;

namespace FaspayBilling.Core.Accounts.SignIn;

/// <summary>Somebody who tries to prove who it is, or asks for a mail to an account.</summary>
/// <param name="What">What is tried; each is counted for itself, at most 10 characters.</param>
/// <param name="Email">As typed.</param>
/// <param name="Network">The client's IPv4 address, or the /64 of its IPv6 address.</param>
/// <param name="KnownBrowser">
/// The mark of a browser in which this account has signed in before; null for all others. It is counted for itself: whoever guesses
/// elsewhere does not shut it out.
/// </param>
public sealed record Attempt(string What, string Email, string Network, string? KnownBrowser)
{
    public const string SignIn = "sign-in";
    public const string Password = "password";
    public const string Code = "code";
    public const string Reset = "reset";

    private const int FreeOfAccount = 5;

    /// <summary>Of those of whom many share a count: a network, and all browsers in which an account has signed in.</summary>
    internal const int FreeOfMany = 20;

    /// <summary>The counts that this attempt is one more of, and after how many each begins to wait.</summary>
    internal IEnumerable<(string Key, int Free)> Counts => KnownBrowser is null
        ? [(OfAccount(What, Email), FreeOfAccount), ($"{What} from {Network}", FreeOfMany)]
        : [($"{OfAccount(What, Email)} by {Hash(KnownBrowser)}", FreeOfAccount), ($"{OfAccount(What, Email)} by known", FreeOfMany)];

    /// <summary>With what the keys of all counts of an account begin.</summary>
    internal static string OfAccount(string what, string email) => $"{what} of {Hash(EmailAddress.Normalized(email))}";

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..40];
}
