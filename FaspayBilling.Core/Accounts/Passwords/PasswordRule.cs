using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Accounts.Passwords;

/// <summary>
/// What a password must be: 10 to 128 characters of any kind, not among the 100,000 that are used most, and nothing that everybody who
/// knows the user would try (docs/rules.md 20).
/// </summary>
public static class PasswordRule
{
    public const int MinimumLength = 10;
    public const int MaximumLength = 128;

    /// <summary>What to tell somebody who is choosing one.</summary>
    public const string Text = "At least 10 characters: several words are good, a common password or your own name is not.";

    // Who knows the product knows these.
    private static readonly string[] Ours = [.. Enum.GetNames<Role>(), "Administrator", "Faspay", "Faspay Billing"];

    /// <summary>
    /// Refuses <c>user.password</c>: too short or too long, among the 100,000 that are used most, the old one, or the owner's name,
    /// address, merchant, a role or the product's name, with nothing but digits and signs around it.
    /// </summary>
    public static Refusal? WhyNot(string password, PasswordOwner owner) =>
        password.Length > MaximumLength ? UserRefusals.UserPasswordLong
        : password.Trim().EnumerateRunes().Count() < MinimumLength ? UserRefusals.UserPasswordShort
        : CommonPasswords.Has(password) ? UserRefusals.UserPasswordCommon
        : owner.Old is { } old && IsSame(password, old) ? UserRefusals.UserPasswordOld
        : Ours.Concat(WordsOf(owner)).Any(word => IsMadeOf(password, word)) ? UserRefusals.UserPasswordOwn
        : null;

    private static string[] WordsOf(PasswordOwner owner) =>
        [owner.Name, owner.Email, owner.Email.Split('@')[0], owner.Merchant, owner.Code];

    private static bool IsSame(string password, string other) =>
        string.Equals(password.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);

    private static bool IsMadeOf(string password, string word) =>
        word.Trim().Length > 0
        && (IsSame(password, word) || (Core(word) is { Length: > 0 } core && Core(password) == core));

    // Viewer1234, viewer-1234! and 2026.Viewer are all "viewer"; PT Maju 2 is "ptmaju".
    private static string Core(string text)
    {
        var plain = string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        var first = plain.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return first < 0 ? "" : plain[first..(plain.AsSpan().LastIndexOfAnyExceptInRange('0', '9') + 1)];
    }
}
