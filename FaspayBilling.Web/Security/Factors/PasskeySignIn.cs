using System.Globalization;
using System.Text.Json;
using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Accounts.Factors;
using FaspayBilling.Core.Accounts.SignIn;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.AspNetCore.Identity;

namespace FaspayBilling.Web.Security.Factors;

/// <summary>
/// What browsers and authenticators answer about passkeys, checked by Identity: made, used to sign in, used to prove again who it is. What
/// is to be signed stands in a cookie until the answer comes.
/// </summary>
public sealed partial class PasskeySignIn(
    SignInManager<User> identity,
    RecordSignIn record,
    UsePasskey use,
    AddPasskey add,
    ProveAgain prove,
    SessionCookie sessions,
    HalfSignIn half,
    RateLimits limits,
    ILogger<PasskeySignIn> log)
{
    // Of an answer; those of browsers have two or three thousand letters.
    private const int Longest = 16_000;

    /// <summary>What a browser has to sign with a passkey (JSON); of the user alone where somebody is signed in.</summary>
    public async Task<string> UseOptionsAsync(HttpContext http) =>
        await identity.MakePasskeyRequestOptionsAsync(await identity.UserManager.GetUserAsync(http.User));

    /// <summary>What a browser needs to make a passkey for who is signed in (JSON).</summary>
    public async Task<string> MakeOptionsAsync(HttpContext http)
    {
        var user = await identity.UserManager.GetUserAsync(http.User) ?? throw new InvalidOperationException("Nobody is signed in.");
        return await identity.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity
        {
            Id = user.Id.ToString(CultureInfo.InvariantCulture),
            Name = user.Email!,
            DisplayName = user.Name,
        });
    }

    /// <summary>Signs in. Refuses <c>passkey.failed</c>, <c>passkey.not-found</c>, and as a sign-in by password does.</summary>
    public async Task<Outcome> TryAsync(HttpContext http, string credential, bool remember)
    {
        var from = Client.Of(http).Address;
        if (limits.Take(ClientNetwork.Of(http), Limit.Account) is { Ok: false }
            || await UsedAsync(credential) is not { User: { } user, Passkey: { } passkey })
        {
            LogFailed(from);
            return UserRefusals.PasskeyFailed;
        }

        if (user.LockedAt is not null)
        {
            LogFailed(from);
            await record.HandleAsync(user, Client.Of(http), CancellationToken.None);
            return UserRefusals.UserLocked;
        }

        var noted = await use.HandleAsync(user, passkey, CancellationToken.None);
        if (!noted.Ok || !await sessions.OpenAsync(http, user, SignInMethod.Passkey, remember))
        {
            return noted.Ok ? UserRefusals.PasskeyFailed : noted;
        }

        half.End(http);
        LogSignedIn(from, user.Id);
        return Outcome.Done;
    }

    /// <summary>Proves again who is signed in. Refuses <c>passkey.failed</c>, <c>passkey.not-found</c>.</summary>
    public async Task<Outcome> ProveAsync(HttpContext http, string credential) =>
        limits.Take(ClientNetwork.Of(http), Limit.Account).Ok && await UsedAsync(credential) is { User: { } user, Passkey: { } passkey }
            ? await prove.HandleAsync(http.User.ToActor()!, user, passkey, CancellationToken.None)
            : UserRefusals.PasskeyFailed;

    /// <summary>Adds one. Refuses <c>passkey.failed</c>, and what <see cref="AddPasskey"/> refuses.</summary>
    public async Task<Outcome> AddAsync(HttpContext http, string credential, string name)
    {
        var actor = http.User.ToActor()!;
        return limits.Take(ClientNetwork.Of(http), Limit.Account).Ok
            && await MadeAsync(credential) is { Passkey: { } passkey, UserEntity: { } entity }
            && entity.Id == actor.UserId?.ToString(CultureInfo.InvariantCulture)
                ? await add.HandleAsync(actor, passkey, name, CancellationToken.None)
                : UserRefusals.PasskeyFailed;
    }

    private Task<PasskeyAssertionResult<User>?> UsedAsync(string credential) => TakenAsync(
        credential,
        async () => await identity.PerformPasskeyAssertionAsync(credential) is { Succeeded: true } good ? good : null);

    private Task<PasskeyAttestationResult?> MadeAsync(string credential) => TakenAsync(
        credential,
        async () => await identity.PerformPasskeyAttestationAsync(credential) is { Succeeded: true } good ? good : null);

    // Identity throws where nothing was asked, and for what is no JSON. What it says repeats what was sent: that is nothing for the log.
    private async Task<T?> TakenAsync<T>(string credential, Func<Task<T?>> check)
        where T : class
    {
        if (credential.Length is 0 or > Longest)
        {
            return null;
        }

        try
        {
            var taken = await check();
            if (taken is null)
            {
                LogBroken("not good");
            }

            return taken;
        }
        catch (Exception broken) when (broken is InvalidOperationException or JsonException or FormatException or ArgumentException)
        {
            LogBroken(broken.GetType().Name);
            return null;
        }
    }

    [LoggerMessage(2213, LogLevel.Warning, "A sign-in by passkey from {Address} was refused")]
    private partial void LogFailed(string address);

    [LoggerMessage(2214, LogLevel.Information, "User {User} signed in from {Address} with a passkey")]
    private partial void LogSignedIn(string address, long user);

    [LoggerMessage(2215, LogLevel.Information, "What came as the answer of a passkey was not taken ({Reason})")]
    private partial void LogBroken(string reason);
}
