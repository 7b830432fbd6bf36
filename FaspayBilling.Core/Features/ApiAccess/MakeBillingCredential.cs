using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.ApiAccess;

/// <summary>Makes a user name and a password with which a merchant's system signs Get List Invoice.</summary>
public sealed class MakeBillingCredential(IDbContextFactory<BillingDb> dbs, WriteTransaction writes, BillingSecrets secrets)
{
    private const int PasswordLength = 32;

    /// <summary>Answers the password once; it cannot be read again. Refuses <c>not-allowed</c>.</summary>
    public async Task<Outcome<MadeCredential>> HandleAsync(Actor actor, CancellationToken stop)
    {
        var made = new MadeCredential($"{await CodeAsync(actor, stop)}-{ApiSecret.NewName(10)}", ApiSecret.New(PasswordLength));
        var kept = actor.WhyNot(Role.Admin) is null ? await secrets.KeepAsync(made.Username, made.Password, stop) : null;
        return await writes.RunAsync<MadeCredential>(
            actor, AuditedAction.Sensitive(HistorySubject.ApiAccess, "api.make-credential"), async write =>
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

    // So that whoever keeps several user names sees whose each is.
    private async Task<string> CodeAsync(Actor actor, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return (await db.Set<Merchant>().Where(m => m.Id == actor.MerchantId).Select(m => m.Code).SingleAsync(stop)).ToLowerInvariant();
    }
}

/// <summary>A credential as its owner needs it.</summary>
/// <param name="Username">First part of what is signed; begins with the merchant's code.</param>
/// <param name="Password">Second part; shown once.</param>
public sealed record MadeCredential(string Username, string Password);
