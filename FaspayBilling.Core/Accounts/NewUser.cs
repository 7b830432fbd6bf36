using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Accounts;

/// <summary>What makes a user.</summary>
/// <param name="MerchantId">The merchant that the user belongs to for good.</param>
/// <param name="Email">Signs in by it; compared without regard to case.</param>
/// <param name="Name">What the history shows; 1 to 100 characters.</param>
/// <param name="Role">What the user may do.</param>
/// <param name="Password">In plain text; only its hash is kept.</param>
public sealed record NewUser(long MerchantId, string Email, string Name, Role Role, string Password)
{
    /// <summary>Of screens and mails.</summary>
    public Language Language { get; init; } = Language.English;
}
