using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Data;

/// <summary>
/// Looks a user up under the lock of a write: whoever calls knows user, role and session only from when the page was opened.
/// </summary>
public interface ICallerCheck
{
    /// <summary>One indexed read. Refuses <c>session.ended</c>.</summary>
    Task<Caller> FindAsync(BillingDb db, Actor actor, DateTime now, CancellationToken stop);
}

/// <summary>What is known now of the user who writes.</summary>
/// <param name="Refusal">Why nothing may be written any more; null when it may.</param>
/// <param name="From">From where the session was opened.</param>
/// <param name="Proved">Whether the password or a passkey was given again a short time ago; true for who is no user.</param>
public sealed record Caller(Refusal? Refusal, ClientOrigin? From, bool Proved);
