using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Features.ApiAccess;

/// <summary>Makes a user name and a password with which a merchant's system signs Get List Invoice.</summary>
public sealed class MakeBillingCredential(WriteTransaction writes, BillingSecrets secrets)
{
    private const int PasswordLength = 32;

    /// <summary>Answers the password once; it cannot be read again. Refuses <c>not-allowed</c>.</summary>
    public async Task<Outcome<MadeCredential>> HandleAsync(Actor actor, CancellationToken stop)
    {
        var made = new MadeCredential($"fpy-{ApiSecret.NewName(10)}", ApiSecret.New(PasswordLength));
        var kept = actor.WhyNot(Role.Admin) is null ? await secrets.KeepAsync(made.Username, made.Password, stop) : null;
        return await writes.RunAsync<MadeCredential>(
            actor, new AuditedAction(HistorySubject.ApiAccess, "api.make-credential"), async write =>
            {
                if (actor.WhyNot(Role.Admin) is { } no)
                {
                    return no;
                }

                var credential = kept!.Of(write);
                write.Db.Add(credential);
                await write.SaveAsync();
                write.History(HistorySubject.ApiAccess, credential.Id, "api.make-credential", ("username", made.Username));
                return made;
            }, stop);
    }
}

/// <summary>A credential as its owner needs it.</summary>
/// <param name="Username">First part of what is signed.</param>
/// <param name="Password">Second part; shown once.</param>
public sealed record MadeCredential(string Username, string Password);
