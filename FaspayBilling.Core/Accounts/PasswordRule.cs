using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Accounts;

/// <summary>What a password must have: 10 to 128 characters, among them a capital letter, a small letter and a digit.</summary>
public static class PasswordRule
{
    public const int MinimumLength = 10;
    public const int MaximumLength = 128;

    /// <summary>What to tell somebody who is choosing one.</summary>
    public const string Text = "At least 10 characters with a capital letter, a small letter and a digit.";

    /// <summary>Refuses <c>user.password</c>, naming everything that is missing.</summary>
    public static Refusal? WhyNot(string password)
    {
        if (password.Length > MaximumLength)
        {
            return UserRefusals.UserPasswordLong;
        }

        Message?[] missing =
        [
            password.Length >= MinimumLength ? null : Message.Of("user.password-part:length"),
            password.Any(char.IsUpper) ? null : Message.Of("user.password-part:capital"),
            password.Any(char.IsLower) ? null : Message.Of("user.password-part:small"),
            password.Any(char.IsDigit) ? null : Message.Of("user.password-part:digit"),
        ];
        var list = missing.OfType<Message>().Select(m => (Value)m).ToList();
        return list.Count == 0 ? null : UserRefusals.UserPassword(list);
    }
}
