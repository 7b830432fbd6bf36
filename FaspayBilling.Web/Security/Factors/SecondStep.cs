using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Accounts.Factors;
using FaspayBilling.Core.Accounts.SignIn;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.AspNetCore.Identity;

namespace FaspayBilling.Web.Security.Factors;

/// <summary>The second step of a sign-in, after the right password; only for static pages, where the cookie can still be written.</summary>
public sealed partial class SecondStep(
    HalfSignIn half,
    CheckSecondFactor check,
    TurnOnSecondFactor turnOn,
    SessionCookie sessions,
    KnownBrowsers known,
    RateLimits limits,
    IServiceScopeFactory scopes,
    ILogger<SecondStep> log)
{
    /// <summary>
    /// Signs in with a code of the authenticator app or a recovery code. Refuses <c>user.code</c>, <c>user.half-sign-in</c>.
    /// </summary>
    public async Task<Outcome> TryAsync(HttpContext http, string code)
    {
        if (limits.Take(ClientNetwork.Of(http), Limit.Account) is { Ok: false })
        {
            LogRests(Client.Of(http).Address, null);
            return UserRefusals.UserCodeRests;
        }

        if (await half.ReadAsync(http) is not var (user, remember))
        {
            return UserRefusals.HalfSignInOver;
        }

        var (from, stop) = (Client.Of(http), CancellationToken.None);
        var attempt = new Attempt(Attempt.Code, user.Email!, ClientNetwork.Of(http), known.Mark(http, user));
        var checkedCode = await check.HandleAsync(user, attempt, code, from, stop);
        if (!checkedCode.Ok)
        {
            if (checkedCode.Refusal == UserRefusals.UserCodeRests)
            {
                LogRests(from.Address, user.Id);
            }
            else
            {
                LogWrong(from.Address, user.Id);
            }

            return checkedCode;
        }

        return await OpenAsync(http, user, checkedCode.Value, remember);
    }

    /// <summary>
    /// Sets up the authenticator app that the merchant asks for, and signs in; answers the recovery codes. Refuses <c>user.code</c>,
    /// <c>user.half-sign-in</c>.
    /// </summary>
    public async Task<Outcome<IReadOnlyList<string>>> SetUpAsync(HttpContext http, string key, string code)
    {
        if (limits.Take(ClientNetwork.Of(http), Limit.Account) is { Ok: false })
        {
            return UserRefusals.UserCodeRests;
        }

        if (await half.ReadAsync(http) is not var (user, remember))
        {
            return UserRefusals.HalfSignInOver;
        }

        var made = await turnOn.HandleAsync(user, Client.Of(http), key, code, CancellationToken.None);
        if (!made.Ok)
        {
            return made.Refusal == UserRefusals.UserNotFound ? UserRefusals.HalfSignInOver : made;
        }

        // As it is after the change: the session belongs to that.
        await using var scope = scopes.CreateAsyncScope();
        var now = await scope.ServiceProvider.GetRequiredService<UserManager<User>>().FindByEmailAsync(user.Email!);
        var opened = await OpenAsync(http, now!, SignInMethod.Code, remember);
        return opened.Ok ? made : Outcome<IReadOnlyList<string>>.Refused(opened.Refusals);
    }

    private async Task<Outcome> OpenAsync(HttpContext http, User user, SignInMethod method, bool remember)
    {
        if (!await sessions.OpenAsync(http, user, method, remember))
        {
            return UserRefusals.HalfSignInOver;
        }

        half.End(http);
        LogSignedIn(Client.Of(http).Address, user.Id, method);
        return Outcome.Done;
    }

    [LoggerMessage(2211, LogLevel.Warning, "A sign-in from {Address} was refused: wrong code (user {User})")]
    private partial void LogWrong(string address, long user);

    [LoggerMessage(
        2216, LogLevel.Warning, "A second step from {Address} has to wait: too many wrong codes (user {User}, none for a network)")]
    private partial void LogRests(string address, long? user);

    [LoggerMessage(2212, LogLevel.Information, "User {User} signed in from {Address} with a second factor ({Method})")]
    private partial void LogSignedIn(string address, long user, SignInMethod method);
}
