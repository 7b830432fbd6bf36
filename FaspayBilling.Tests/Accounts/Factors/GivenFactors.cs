using System.Buffers.Text;
using System.Globalization;
using System.Text;
using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Accounts.Factors;
using FaspayBilling.Core.Accounts.Sessions;
using FaspayBilling.Core.Accounts.SignIn;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OtpNet;

namespace FaspayBilling.Tests.Accounts.Factors;

/// <summary>Users with authenticator apps, recovery codes and passkeys, and what they do with them.</summary>
internal static class GivenFactors
{
    /// <summary>
    /// What an app with that key shows, so many half minutes from now: Identity reads the machine's clock, and takes two either way.
    /// </summary>
    public static string CodeOf(string key, int later = 0) =>
        new Totp(Base32Encoding.ToBytes(key)).ComputeTotp(TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(30 * later));

    /// <summary>Six digits that the app shows at no time near now.</summary>
    public static string WrongCodeOf(string key)
    {
        var near = Enumerable.Range(-5, 15).Select(later => CodeOf(key, later)).ToHashSet();
        return Enumerable.Range(0, 20).Select(n => n.ToString("D6", CultureInfo.InvariantCulture)).First(code => !near.Contains(code));
    }

    /// <summary>Gives the user an authenticator app without recovery codes, which take long to hash; answers its key.</summary>
    public static async Task<string> AppAsync(this TestDb db, User user)
    {
        var key = db.Get<AuthenticatorCodes>().NewKey();
        await using var scope = db.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var stored = (await users.FindByIdAsync(user.Id.ToString(CultureInfo.InvariantCulture)))!;
        await ((IUserAuthenticatorKeyStore<User>)scope.ServiceProvider.GetRequiredService<IUserStore<User>>())
            .SetAuthenticatorKeyAsync(stored, key, default);
        (await users.SetTwoFactorEnabledAsync(stored, enabled: true)).Succeeded.Should().BeTrue();
        return key;
    }

    /// <summary>Stores one recovery code of the user's.</summary>
    public static Task RecoveryCodeAsync(this TestDb db, User user, string code)
    {
        var plain = code.Replace("-", "", StringComparison.Ordinal);
        return db.AddAsync(new RecoveryCode
        {
            UserId = user.Id,
            Start = plain[..4],
            Hash = db.Get<IPasswordHasher<User>>().HashPassword(user, plain),
        });
    }

    /// <summary>A passkey as Identity hands it over when it has found it good.</summary>
    public static UserPasskeyInfo Passkey(string id = "phone", uint used = 0) =>
        new(
            Encoding.UTF8.GetBytes(id),
            publicKey: [1, 2, 3],
            createdAt: new DateTimeOffset(2026, 11, 16, 2, 0, 0, TimeSpan.Zero),
            signCount: used,
            transports: ["internal"],
            isUserVerified: true,
            isBackupEligible: false,
            isBackedUp: false,
            attestationObject: [4],
            clientDataJson: [5])
        {
            Name = id,
        };

    /// <summary>Stores a passkey of the user's.</summary>
    public static async Task<UserPasskeyInfo> PasskeyAsync(this TestDb db, User user, string id = "phone")
    {
        var passkey = Passkey(id);
        await using var scope = db.Services.CreateAsyncScope();
        await ((IUserPasskeyStore<User>)scope.ServiceProvider.GetRequiredService<IUserStore<User>>())
            .AddOrUpdatePasskeyAsync(user, passkey, default);
        return passkey;
    }

    /// <summary>Its id as pages name it.</summary>
    public static string IdOf(UserPasskeyInfo passkey) => Base64Url.EncodeToString(passkey.CredentialId);

    /// <summary>The stored passkeys of everybody.</summary>
    public static Task<List<IdentityUserPasskey<long>>> PasskeysAsync(this TestDb db) =>
        db.ReadAsync(d => d.Set<IdentityUserPasskey<long>>().AsNoTracking().ToListAsync());

    /// <summary>How many rows of a kind there are.</summary>
    public static Task<int> CountAsync<T>(this TestDb db)
        where T : class => db.ReadAsync(d => d.Set<T>().CountAsync());

    /// <summary>Of whom the merchant asks a second factor; nobody's sessions end.</summary>
    public static Task RuleAsync(this TestDb db, GivenMerchant merchant, SecondFactorRule rule) =>
        db.ReadAsync(
            d => d.Set<Merchant>()
                .Where(m => m.Id == merchant.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.SecondFactorRule, rule)));

    /// <summary>The second step of a sign-in.</summary>
    public static Task<Outcome<SignInMethod>> CheckAsync(this TestDb db, User user, string typed) =>
        db.Get<CheckSecondFactor>().HandleAsync(
            user, new Attempt(Attempt.Code, user.Email!, UserData.Office.Address, null), typed, UserData.Office, default);

    /// <summary>Opens a session, with a factor if one is needed, in which nothing was proved again.</summary>
    public static async Task<Actor> UnprovedAsync(this TestDb db, User user)
    {
        var now = await db.UserAsync(user.Id);
        return now.In((await db.Get<OpenSession>().HandleAsync(now, SignInMethod.Code, UserData.Office, default)).Value.Id);
    }

    /// <summary>The same, proved for good.</summary>
    public static async Task<Actor> ProvedAsync(this TestDb db, User user)
    {
        var actor = await db.UnprovedAsync(user);
        await using var rows = await db.Dbs.CreateDbContextAsync();
        await rows.ProveAsync(actor.SessionId!.Value);
        return actor;
    }

    /// <summary>Whether the session still holds.</summary>
    public static async Task<bool> HoldsAsync(this TestDb db, Actor actor) =>
        (await db.Get<CheckSession>().HandleAsync([actor.SessionId!.Value], default)).Count == 1;
}
