using FaspayBilling.Core.Accounts.Factors;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Accounts.Sessions;

/// <summary>A session that was just opened, as its cookie carries it.</summary>
/// <param name="Id">The session's key.</param>
/// <param name="Secret">256 random bits, Base64; only their hash is stored.</param>
/// <param name="EndsAt">Its latest end (UTC).</param>
public sealed record OpenedSession(long Id, string Secret, DateTime EndsAt);

/// <summary>Begins a session of a user who has proved who it is.</summary>
public sealed class OpenSession(WriteTransaction writes)
{
    /// <summary>
    /// Refuses <c>user.not-found</c> when the user is locked, has another role, password or factor than <paramref name="user"/> had when it
    /// was proved, or may not sign in by a password alone.
    /// </summary>
    public Task<Outcome<OpenedSession>> HandleAsync(User user, SignInMethod method, ClientOrigin from, CancellationToken stop) =>
        writes.RunAsync<OpenedSession>(
            new Actor(user.MerchantId, null, user.Name, user.Role) { From = from },
            new AuditedAction(HistorySubject.Session, "session.open", ("email", user.Email!)),
            async write =>
            {
                write.About = user.Id;
                var now = await write.Db.Set<User>().AsNoTracking().SingleOrDefaultAsync(
                    u => u.Id == user.Id
                        && u.LockedAt == null
                        && u.Role == user.Role
                        && u.PasswordHash == user.PasswordHash
                        && u.SecurityStamp == user.SecurityStamp,
                    write.Stop);
                if (now is null
                    || (method == SignInMethod.Password && await write.Db.NextStepAsync(now, write.Stop) != NextStep.None)
                    || (method == SignInMethod.Renewed && await write.Db.NextStepAsync(now, write.Stop) == NextStep.SetUp))
                {
                    return UserRefusals.UserNotFound;
                }

                var secret = LinkSecret.New();
                var session = new UserSession
                {
                    MerchantId = user.MerchantId,
                    UserId = user.Id,
                    SecretHash = LinkSecret.Hash(secret),
                    MadeAt = write.Now,
                    SeenAt = write.Now,
                    EndsAt = write.Now + UserSession.Longest,
                    Address = from.Address,
                    Browser = from.Browser,
                };
                write.Db.Add(session);
                write.History(HistorySubject.Session, user.Id, KeyOf(method), ("email", user.Email!));
                await write.SaveAsync();
                return new OpenedSession(session.Id, secret, session.EndsAt);
            },
            stop);

    private static string KeyOf(SignInMethod method) => method switch
    {
        SignInMethod.Password or SignInMethod.Renewed => "session.open",
        SignInMethod.Code => "session.open:code",
        SignInMethod.Recovery => "session.open:recovery",
        SignInMethod.Passkey => "session.open:passkey",
    };
}
