using FaspayBilling.Core.Outbox.Mail;
using Microsoft.AspNetCore.Identity;

namespace FaspayBilling.Core.Accounts;

/// <summary>What counts as an e-mail address, and when two are the same.</summary>
public static class EmailAddress
{
    public const int MaximumLength = 254;

    private static readonly UpperInvariantLookupNormalizer Normalizer = new();

    /// <summary>True for one bare address with a dot in its domain: no name, no list, no brackets.</summary>
    public static bool IsValid(string text) =>
        text.Length <= MaximumLength
        && text.All(c => c is > ' ' and < '\u007f')
        && text.IndexOfAny(['<', '>', '"', ',', ';', '(', ')', '[', ']', '\\']) < 0
        && MailFormat.IsAddress(text)
        && text[(text.LastIndexOf('@') + 1)..].Split('.') is { Length: > 1 } labels
        && labels.All(l => l.Length is > 0 and <= 63 && !l.StartsWith('-') && !l.EndsWith('-'));

    /// <summary>The form by which users are found.</summary>
    public static string Normalized(string email) => Normalizer.NormalizeEmail(email.Trim())!;
}
