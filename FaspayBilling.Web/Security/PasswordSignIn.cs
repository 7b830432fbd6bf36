using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Accounts.Factors;
using FaspayBilling.Core.Accounts.SignIn;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Web.Security.Factors;
using Microsoft.AspNetCore.Identity;

namespace FaspayBilling.Web.Security;

/// <summary>Signs in by e-mail and password; only for static pages, where the cookie can still be written.</summary>
public sealed partial class PasswordSignIn(
    UserManager<User> users,
    IPasswordHasher<User> hasher,
    AttemptGuard guard,
    RecordSignIn record,
    ReadNextStep steps,
    HalfSignIn half,
    SessionCookie sessions,
    KnownBrowsers known,
    RateLimits limits,
    ILogger<PasswordSignIn> log)
{
    private static string? nobody;

    public static string Wrong => T("The e-mail address or the password is wrong.");

    public static string Locked => T("An admin of your merchant locked this user. Ask an admin to unlock it.");

    /// <summary>The same for an address that nobody has.</summary>
    public static string Rests(TimeSpan wait) => wait <= TimeSpan.FromMinutes(1)
        ? T($"Too many failed attempts. Try again in {(int)Math.Ceiling(wait.TotalSeconds)} seconds.")
        : T($"Too many failed attempts. Try again in {(int)Math.Ceiling(wait.TotalMinutes)} minutes.");

    /// <summary>Signs in, or says why not; an answer without a refusal may ask for a second step first.</summary>
    public async Task<SignInAnswer> TryAsync(HttpContext http, string email, string password, bool remember)
    {
        // Before anything is read or written.
        if (limits.Take(ClientNetwork.Of(http), Limit.Account) is { Ok: false } full)
        {
            return new(Rests(full.Wait));
        }

        // A write: what was typed is counted although the browser may have left.
        var (from, stop) = (Client.Of(http), CancellationToken.None);
        var user = await users.FindByEmailAsync(email.Trim());
        var attempt = new Attempt(Attempt.SignIn, email, ClientNetwork.Of(http), known.Mark(http, user));
        var wait = await guard.TakeAsync(attempt, stop);
        if (wait > TimeSpan.Zero)
        {
            LogRests(from.Address, user?.Id);
            return new(Rests(wait));
        }

        if (!await IsRightAsync(user, password))
        {
            LogWrong(from.Address, user?.Id);
            await record.HandleAsync(user, from, stop);
            return new(Wrong);
        }

        // Said only to somebody who knows the password.
        if (user!.LockedAt is not null || await GoOnAsync(http, user, remember) is not { } next)
        {
            LogLocked(from.Address, user.Id);
            await record.HandleAsync(user, from, stop);
            return new(Locked);
        }

        await guard.ForgiveAsync(attempt, stop);
        if (next == NextStep.None)
        {
            LogSignedIn(from.Address, user.Id);
        }

        return new(null, next);
    }

    /// <summary>Signs in a user that was just made; answers what is asked first.</summary>
    public async Task<NextStep> EnterAsync(HttpContext http, string email)
    {
        if (await users.FindByEmailAsync(email.Trim()) is not { LockedAt: null } user)
        {
            return NextStep.None;
        }

        var next = await GoOnAsync(http, user, remember: false) ?? NextStep.None;
        if (next == NextStep.None)
        {
            LogSignedIn(Client.Of(http).Address, user.Id);
        }

        return next;
    }

    // Null when the user was locked or changed meanwhile.
    private async Task<NextStep?> GoOnAsync(HttpContext http, User user, bool remember)
    {
        var next = (await steps.HandleAsync(user, CancellationToken.None)).Value;
        if (next != NextStep.None)
        {
            half.Write(http, user, remember);
            LogHalf(Client.Of(http).Address, user.Id);
            await record.HalfAsync(user, Client.Of(http), CancellationToken.None);
            return next;
        }

        return await sessions.OpenAsync(http, user, SignInMethod.Password, remember) ? next : null;
    }

    // As slow for an address that nobody has, so that the time tells nothing.
    private async Task<bool> IsRightAsync(User? user, string password)
    {
        if (user is not null)
        {
            return await users.CheckPasswordAsync(user, password);
        }

        nobody ??= hasher.HashPassword(null!, "nobody");
        hasher.VerifyHashedPassword(null!, nobody, password);
        return false;
    }

    [LoggerMessage(2217, LogLevel.Information, "User {User} gave the right password from {Address} and is asked for a second step")]
    private partial void LogHalf(string address, long user);

    [LoggerMessage(2201, LogLevel.Information, "User {User} signed in from {Address}")]
    private partial void LogSignedIn(string address, long user);

    // What was typed as the address may be a password: it is not logged.
    [LoggerMessage(
        2202,
        LogLevel.Warning,
        "A sign-in from {Address} was refused: wrong password (user {User}, none for an unknown address)")]
    private partial void LogWrong(string address, long? user);

    [LoggerMessage(
        2203,
        LogLevel.Warning,
        "A sign-in from {Address} has to wait: too many failures (user {User}, none for an unknown address)")]
    private partial void LogRests(string address, long? user);

    [LoggerMessage(2204, LogLevel.Warning, "A sign-in from {Address} was refused: user {User} is locked")]
    private partial void LogLocked(string address, long user);
}

/// <summary>How a sign-in by password went.</summary>
/// <param name="Refusal">The sentence that says why not; null when the password was right.</param>
/// <param name="Next">What is asked before the user is signed in.</param>
public sealed record SignInAnswer(string? Refusal, NextStep Next = NextStep.None);
