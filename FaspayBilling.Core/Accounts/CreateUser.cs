using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.History;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Accounts;

/// <summary>Makes a user with a password: for demo data, invitations and the set-up.</summary>
public sealed class CreateUser(WriteTransaction writes, IPasswordHasher<User> hasher)
{
    /// <summary>Makes the user in a write of its own and answers its key.</summary>
    /// <remarks>Refusals: <c>user.email</c>, <c>user.name</c>, <c>user.password</c>, <c>user.email-taken</c>.</remarks>
    public Task<Outcome<long>> HandleAsync(Actor actor, NewUser asked, CancellationToken stop)
    {
        var prepared = Prepare(asked);
        return writes.RunAsync<long>(actor, new Attempt(HistorySubject.User, $"Add {asked.Email}"), async write =>
        {
            if (!prepared.Ok)
            {
                return Outcome<long>.Refused(prepared.Refusals);
            }

            if (await AddAsync(write, prepared.Value) is { } refusal)
            {
                return refusal;
            }

            return prepared.Value.Id;
        }, stop);
    }

    /// <summary>Checks what was asked and hashes the password, which takes too long to do under a lock.</summary>
    public Outcome<User> Prepare(NewUser asked)
    {
        var refusals = new[] { WhyNotEmail(asked.Email), WhyNotName(asked.Name), PasswordRule.WhyNot(asked.Password) }.OfType<Refusal>().ToList();
        if (refusals.Count > 0)
        {
            return Outcome<User>.Refused(refusals);
        }

        var email = asked.Email.Trim();
        var user = new User
        {
            MerchantId = asked.MerchantId,
            Name = asked.Name.Trim(),
            Role = asked.Role,
            Email = email,
            NormalizedEmail = EmailAddress.Normalized(email),
            UserName = email,
            NormalizedUserName = EmailAddress.Normalized(email),
            EmailConfirmed = true,
            LockoutEnabled = true,
            SecurityStamp = SecurityStamp.New(),
        };
        user.PasswordHash = hasher.HashPassword(user, asked.Password);
        return user;
    }

    /// <summary>Adds a prepared user within a write; refuses with <c>user.email-taken</c>.</summary>
    public async Task<Refusal?> AddAsync(Write write, User user)
    {
        if (await write.Db.Set<User>().AnyAsync(u => u.NormalizedEmail == user.NormalizedEmail, write.Stop))
        {
            return Refusals.UserEmailTaken;
        }

        write.Db.Add(user);
        try
        {
            await write.SaveAsync();
        }
        catch (DbUpdateException refused) when (write.Db.IsDuplicate(refused))
        {
            return Refusals.UserEmailTaken;
        }

        write.History(HistorySubject.User, user.Id, $"Added {user.Email} as {user.Role}");
        return null;
    }

    internal static Refusal? WhyNotEmail(string email) => EmailAddress.IsValid(email.Trim()) ? null : Refusals.UserEmail;

    internal static Refusal? WhyNotName(string name) => name.Trim().Length is >= 1 and <= 100 ? null : Refusals.UserName;
}
