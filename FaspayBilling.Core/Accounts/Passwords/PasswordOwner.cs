namespace FaspayBilling.Core.Accounts.Passwords;

/// <summary>Whose password it is going to be: what others know of them is no secret.</summary>
/// <param name="Name">The user's name.</param>
/// <param name="Email">The address by which the user signs in.</param>
/// <param name="Merchant">The merchant's name.</param>
/// <param name="Code">The merchant's code.</param>
public sealed record PasswordOwner(string Name, string Email, string Merchant, string Code)
{
    /// <summary>The password that is replaced; null for a first one.</summary>
    public string? Old { get; init; }
}
