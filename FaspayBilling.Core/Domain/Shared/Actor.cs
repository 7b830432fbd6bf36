namespace FaspayBilling.Core.Domain.Shared;

/// <summary>Who acts: one user of one merchant, or the product itself.</summary>
/// <param name="MerchantId">The only merchant whose rows the actor can see.</param>
/// <param name="UserId">The user; null for the product itself and for API clients.</param>
/// <param name="Name">What the history shows.</param>
/// <param name="Role">What the actor may do.</param>
public sealed record Actor(long MerchantId, long? UserId, string Name, Role Role)
{
    /// <summary>The form that this is sent from; null where nothing was opened, such as in a worker.</summary>
    public SentForm? Form { get; init; }

    /// <summary>The session that a user acts in: a user without one writes nothing. Null for everybody else.</summary>
    public long? SessionId { get; init; }

    /// <summary>From where, for who acts before there is a session; null otherwise: the session knows it.</summary>
    public ClientOrigin? From { get; init; }

    /// <summary>The product acting by itself: sweeps, workers, demo data.</summary>
    public static Actor System(long merchantId) => new(merchantId, null, "FaspayBilling", Role.Admin);

    /// <summary>Refuses <c>not-allowed</c> when the actor's role is below <paramref name="needed"/>.</summary>
    public Refusal? WhyNot(Role needed) => Role >= needed ? null : Refusals.NotAllowed(needed);
}
