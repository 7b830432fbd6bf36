using FaspayBilling.Core.Accounts.Passwords;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Accounts;

/// <summary>Makes a user with a password: for demo data, invitations and the set-up.</summary>
public sealed class CreateUser(IDbContextFactory<BillingDb> dbs, WriteTransaction writes, IPasswordHasher<User> hasher)
{
    /// <summary>
    /// Makes the user in a write of its own and answers its key. Refuses <c>user.email</c>, <c>user.name</c>, <c>user.password</c>,
    /// <c>user.email-taken</c>.
    /// </summary>
    public async Task<Outcome<long>> HandleAsync(Actor actor, NewUser asked, CancellationToken stop)
    {
        var refusals = await WhyNotAsync(asked, stop);
        if (refusals.Count > 0)
        {
            return Outcome<long>.Refused(refusals);
        }

        var hash = Hash(asked.Password);
        return await writes.RunAsync<long>(actor, new AuditedAction(HistorySubject.User, "user.add", ("email", asked.Email)), async write =>
        {
            var added = await AddAsync(write, asked, hash);
            if (added.Ok)
            {
                write.History(
                    HistorySubject.User, added.Value, "user.add", ("email", asked.Email.Trim()), ("role", Value.Term(asked.Role)));
            }

            return added;
        }, stop);
    }

    /// <summary>Everything that is wrong with what was typed; the merchant is one that may not be stored yet.</summary>
    public static IReadOnlyList<Refusal> WhyNot(NewUser asked, string merchant, string code)
    {
        var owner = new PasswordOwner(asked.Name, asked.Email, merchant, code);
        return
        [
            .. new[] { WhyNotName(asked.Name), WhyNotEmail(asked.Email), PasswordRule.WhyNot(asked.Password, owner) }.OfType<Refusal>(),
        ];
    }

    /// <summary>The same for a user of a stored merchant.</summary>
    public async Task<IReadOnlyList<Refusal>> WhyNotAsync(NewUser asked, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var merchant = await db.Set<Merchant>()
            .Where(m => m.Id == asked.MerchantId)
            .Select(m => new { m.Name, m.Code })
            .SingleAsync(stop);
        return WhyNot(asked, merchant.Name, merchant.Code);
    }

    /// <summary>Takes too long to be done under a lock.</summary>
    public string Hash(string password) => hasher.HashPassword(null!, password);

    /// <summary>True when it is the password that the user has now; takes as long as hashing.</summary>
    public bool IsHashOf(User user, string password) =>
        user.PasswordHash is { } hash && hasher.VerifyHashedPassword(user, hash, password) != PasswordVerificationResult.Failed;

    /// <summary>Adds the user within a write and answers its key; refuses <c>user.email-taken</c>.</summary>
    public static async Task<Outcome<long>> AddAsync(WriteContext write, NewUser asked, string passwordHash)
    {
        var normalized = EmailAddress.Normalized(asked.Email);
        if (await write.Db.Set<User>().AnyAsync(u => u.NormalizedEmail == normalized, write.Stop))
        {
            return UserRefusals.UserEmailTaken;
        }

        var user = new User
        {
            MerchantId = asked.MerchantId,
            Name = PlainText.Line(asked.Name),
            Role = asked.Role,
            Language = asked.Language,
            Email = asked.Email.Trim(),
            NormalizedEmail = normalized,
            UserName = asked.Email.Trim(),
            NormalizedUserName = normalized,
            EmailConfirmed = true,
            LockoutEnabled = true,
            SecurityStamp = SecurityStamp.New(),
            PasswordHash = passwordHash,
        };
        write.Db.Add(user);
        try
        {
            await write.SaveAsync();
        }
        catch (DbUpdateException refused) when (write.Db.IsDuplicate(refused))
        {
            return UserRefusals.UserEmailTaken;
        }

        return user.Id;
    }

    internal static Refusal? WhyNotEmail(string email) => EmailAddress.IsValid(email.Trim()) ? null : UserRefusals.UserEmail;

    internal static Refusal? WhyNotName(string name) => PlainText.Line(name).Length is >= 1 and <= 100 ? null : UserRefusals.UserName;
}
