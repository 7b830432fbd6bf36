using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Accounts.Sessions;

/// <summary>One sign-in of one user on one device; the cookie names it, and it ends for all of the device's pages at once.</summary>
public sealed class UserSession : IMerchantOwned
{
    /// <summary>Without a click or a page for so long it ends.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);

    /// <summary>However busy, it ends after so long.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <summary>For so long nobody is asked again for the password or a passkey.</summary>
    public static readonly TimeSpan ProofHolds = TimeSpan.FromMinutes(10);

    public long Id { get; private set; }

    public required long MerchantId { get; init; }

    public required long UserId { get; init; }

    /// <summary>SHA-256 of the secret in the cookie, lower-case hex; the secret itself is never stored.</summary>
    public required string SecretHash { get; init; }

    public required DateTime MadeAt { get; init; }

    /// <summary>Its last click or page, to within five minutes.</summary>
    public required DateTime SeenAt { get; set; }

    /// <summary>The latest end.</summary>
    public required DateTime EndsAt { get; init; }

    /// <summary>When it was ended; null while it was not.</summary>
    public DateTime? EndedAt { get; set; }

    /// <summary>
    /// When the password or a passkey was given again; null when it was not, for a sign-in is no proof of who sits there now.
    /// </summary>
    public DateTime? ProvedAt { get; set; }

    /// <summary>Of the client when it signed in.</summary>
    public required string Address { get; init; }

    /// <summary>The browser's short name.</summary>
    public required string Browser { get; init; }
}
