using FaspayBilling.Core.Domain.Shared;
using Microsoft.AspNetCore.Identity;

namespace FaspayBilling.Core.Accounts;

/// <summary>Somebody who signs in by e-mail; belongs to exactly one merchant.</summary>
public sealed class User : IdentityUser<long>, IMerchantOwned
{
    public required long MerchantId { get; init; }

    /// <summary>The name that the history shows; at most 100 characters.</summary>
    public required string Name { get; set; }

    public required Role Role { get; set; }

    /// <summary>The language of the screens and of mails to this user.</summary>
    public Language Language { get; set; } = Language.English;

    /// <summary>When an admin locked the user out; null while the user may sign in.</summary>
    public DateTime? LockedAt { get; set; }
}
