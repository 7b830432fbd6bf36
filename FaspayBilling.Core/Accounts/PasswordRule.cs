using FaspayBilling.Core.Domain;

namespace FaspayBilling.Core.Accounts;

/// <summary>What a password must have: 10 to 128 characters, among them a capital letter, a small letter and a digit.</summary>
public static class PasswordRule
{
    public const int MinimumLength = 10;
    public const int MaximumLength = 128;

    /// <summary>What to tell somebody who is choosing one.</summary>
    public const string Text = "At least 10 characters with a capital letter, a small letter and a digit.";

    /// <summary>Refuses with <c>user.password</c>, naming everything that is missing.</summary>
    public static Refusal? WhyNot(string password)
    {
        if (password.Length > MaximumLength)
        {
            return Refusals.UserPassword("The password may have at most 128 characters.");
        }

        string?[] missing =
        [
            password.Length >= MinimumLength ? null : "at least 10 characters",
            password.Any(char.IsUpper) ? null : "a capital letter",
            password.Any(char.IsLower) ? null : "a small letter",
            password.Any(char.IsDigit) ? null : "a digit",
        ];
        var list = string.Join(", ", missing.Where(m => m is not null));
        return list.Length == 0 ? null : Refusals.UserPassword($"The password needs {list}.");
    }
}
