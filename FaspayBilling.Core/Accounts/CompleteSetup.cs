using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Accounts;

/// <summary>What somebody with a set-up link fills in.</summary>
/// <param name="Link">The secret of the link.</param>
/// <param name="MerchantName">1 to 200 characters.</param>
/// <param name="Code">Three capital letters or digits; small ones are raised.</param>
/// <param name="Name">The Admin's name.</param>
/// <param name="Email">The Admin signs in by it.</param>
/// <param name="Password">The Admin's password.</param>
public sealed record SetupRequest(string Link, string MerchantName, string Code, string Name, string Email, string Password)
{
    /// <summary>Of the Admin, and of the merchant's mails.</summary>
    public Language Language { get; init; } = Language.English;

    /// <summary>From where, for the security history; null where nobody came by the network, as in tests.</summary>
    public ClientOrigin? From { get; init; }
}

/// <summary>Makes a merchant and its first Admin, once per link.</summary>
public sealed class CompleteSetup(IDbContextFactory<BillingDb> dbs, WriteTransaction writes, CreateUser users, TimeProvider clock)
{
    /// <summary>Refuses <c>user.link</c> when the link was used, is over or was never given.</summary>
    public async Task<Refusal?> WhyNotAsync(string link, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await FindAsync(db, link, clock.Now(), stop) is null ? UserRefusals.LinkInvalid : null;
    }

    /// <summary>
    /// Refuses <c>user.link</c>, <c>merchant.name</c> (field MerchantName), <c>merchant.code</c>, <c>merchant.code-taken</c>, and what
    /// making a user refuses: <c>user.email</c>, <c>user.name</c>, <c>user.password</c>, <c>user.email-taken</c>.
    /// </summary>
    public async Task<Outcome> HandleAsync(SetupRequest asked, CancellationToken stop)
    {
        if (await WhyNotAsync(asked.Link, stop) is { } invalid)
        {
            return invalid;
        }

        asked = asked with { MerchantName = PlainText.Line(asked.MerchantName), Name = PlainText.Line(asked.Name) };
        var code = PlainText.Line(asked.Code).ToUpperInvariant();
        var admin = new NewUser(0, asked.Email, asked.Name, Role.Admin, asked.Password) { Language = asked.Language };
        var refusals = new[]
        {
            asked.MerchantName.Length is >= 1 and <= 200
                ? null
                : MerchantRefusals.MerchantName with { Field = nameof(asked.MerchantName) },
            MerchantCode.IsValid(code) ? null : MerchantRefusals.MerchantCodeInvalid,
        }.OfType<Refusal>().Concat(CreateUser.WhyNot(admin, asked.MerchantName, code)).ToList();
        if (refusals.Count > 0)
        {
            return Outcome.Refused(refusals);
        }

        var hash = users.Hash(asked.Password);
        return await writes.RunAsync(
            Actor.System(0) with { From = asked.From },
            new AuditedAction(HistorySubject.Merchant, "merchant.set-up"),
            write => WriteAsync(write, asked, code, admin, hash),
            stop);
    }

    private static async Task<Outcome> WriteAsync(WriteContext write, SetupRequest asked, string code, NewUser admin, string hash)
    {
        if (await FindAsync(write.Db, asked.Link, write.Now, write.Stop) is not { } link)
        {
            return UserRefusals.LinkInvalid;
        }

        if (await write.Db.Set<Merchant>().AnyAsync(m => m.Code == code, write.Stop))
        {
            return MerchantRefusals.MerchantCodeTaken;
        }

        // Each node that started on an empty database offered one: the first that is used is the last.
        write.Db.RemoveRange(await write.Db.Set<SetupLink>().Where(l => l.UsedAt == null && l.Id != link.Id).ToListAsync(write.Stop));
        link.UsedAt = write.Now;
        var merchant = new Merchant { Name = asked.MerchantName, Code = code, Language = asked.Language };
        write.Db.Add(merchant);
        await write.SaveAsync();
        var added = await CreateUser.AddAsync(write, admin with { MerchantId = merchant.Id }, hash);
        if (!added.Ok)
        {
            return added;
        }

        write.Db.Add(new BillingSettings { MerchantId = merchant.Id });
        write.Db.Add(new Threshold { MerchantId = merchant.Id });
        write.Db.Add(new HistoryEntry
        {
            Security = true,
            MerchantId = merchant.Id,
            At = write.Now,
            UserId = added.Value,
            Who = admin.Name,
            Subject = HistorySubject.Merchant,
            SubjectId = merchant.Id,
            Action = "merchant.set-up",
            Arguments = Message.Of(
                "merchant.set-up", ("merchant", merchant.Name), ("code", code), ("email", admin.Email.Trim())).Values,
            Address = asked.From?.Address,
            Browser = asked.From?.Browser,
        });
        return Outcome.Done;
    }

    private static Task<SetupLink?> FindAsync(BillingDb db, string link, DateTime now, CancellationToken stop)
    {
        var hash = LinkSecret.Hash(link);
        return db.Set<SetupLink>().SingleOrDefaultAsync(l => l.SecretHash == hash && l.UsedAt == null && l.ExpiresAt > now, stop);
    }
}
