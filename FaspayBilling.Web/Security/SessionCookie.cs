using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Claims;
using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Accounts.Factors;
using FaspayBilling.Core.Accounts.Sessions;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Faults;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.StaticAssets;

namespace FaspayBilling.Web.Security;

/// <summary>The cookie that names a session: it is nothing without the row in the database.</summary>
public sealed partial class SessionCookie(
    OpenSession open,
    CloseSession close,
    CheckSession check,
    TouchSession touch,
    KnownBrowsers known,
    SessionWatch watch,
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<SessionCookie> log)
{
    // Sessions that are noted as used at this moment: their other requests need not wait for the same write.
    private readonly ConcurrentDictionary<long, byte> touching = new();

    /// <summary>
    /// Begins a session on this device, and ends the one that it takes the place of; false when the user was locked or changed meanwhile.
    /// </summary>
    public async Task<bool> OpenAsync(HttpContext http, User user, SignInMethod method, bool remember)
    {
        var opened = await open.HandleAsync(user, method, Client.Of(http), CancellationToken.None);
        if (!opened.Ok)
        {
            return false;
        }

        if (http.User.ToActor() is { SessionId: { } before } actor && await HoldsAsync(http.User))
        {
            await close.HandleAsync(actor, before, CancellationToken.None);
        }

        var session = opened.Value;
        var keeps = new AuthenticationProperties
        {
            IsPersistent = remember,
            ExpiresUtc = new DateTimeOffset(session.EndsAt, TimeSpan.Zero),
            AllowRefresh = false,
        };
        await WriteAsync(http, user, keeps, session.Id.ToString(CultureInfo.InvariantCulture), session.Secret);
        known.Remember(http, user);
        return true;
    }

    /// <summary>
    /// Writes the cookie of the same session again, after a change of what it says of the user; the browser stays one that is known.
    /// </summary>
    public async Task RewriteAsync(HttpContext http)
    {
        var now = await http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        if (now is { Succeeded: true, Principal: { } principal } && await FindUserAsync(principal) is { } user)
        {
            await WriteAsync(
                http,
                user,
                now.Properties,
                principal.FindFirstValue(ActorClaims.SessionId)!,
                principal.FindFirstValue(ActorClaims.SessionSecret)!);
            known.Remember(http, user);
        }
    }

    /// <summary>Begins a new session on this device, after a change that ended all of them.</summary>
    public async Task ReopenAsync(HttpContext http)
    {
        var remember = (await http.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Properties?.IsPersistent == true;
        if (await FindUserAsync(http.User) is { } user)
        {
            await OpenAsync(http, user, SignInMethod.Renewed, remember);
        }
    }

    /// <summary>Signs out: ends the session everywhere, also for a copy of its cookie.</summary>
    public async Task CloseAsync(HttpContext http)
    {
        if (http.User.ToActor() is { SessionId: { } session } actor)
        {
            var closed = await close.HandleAsync(actor, session, CancellationToken.None);
            if (closed.Refusal is { Kind: RefusalKind.Unavailable })
            {
                // Without its cookie the session would go on for whoever has a copy.
                throw new DatabaseUnavailableException();
            }

            LogSignedOut(Client.Of(http).Address, actor.UserId!.Value);
        }

        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    /// <summary>Whether the session of a signed-in user still holds.</summary>
    public async Task<bool> HoldsAsync(ClaimsPrincipal principal) => await SeenAsync(principal) is not null;

    /// <summary>Called for each request with a cookie.</summary>
    internal async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        // Scripts and styles are everybody's: nobody need be asked for them.
        var http = context.HttpContext;
        if (http.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
        {
            return;
        }

        // The page that says what went wrong is everybody's. Asked again, a database that does not answer would break it too; and an end
        // that nobody knows of is no end: the cookie stays.
        if (http.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            context.RejectPrincipal();
            return;
        }

        if (await SeenAsync(context.Principal!) is not { } seen)
        {
            context.RejectPrincipal();
            await http.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        // A page that connects again by itself is not somebody's use; and a page has its own watch.
        if (http.Request.Path.StartsWithSegments(HubOrigin.Hub, StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        var session = context.Principal!.ToActor()!.SessionId!.Value;
        Watch(http, session);
        if (clock.GetUtcNow().UtcDateTime - seen > TouchSession.Pause)
        {
            await TouchAsync(session);
        }
    }

    // A download may take hours. Only GET: what ends its own session, such as a sign-out, is sent otherwise and must get its answer.
    private void Watch(HttpContext http, long session)
    {
        if (HttpMethods.IsGet(http.Request.Method))
        {
            var answer = new WatchedPage(session, http.Abort);
            watch.Add(answer);
            http.Response.OnCompleted(() =>
            {
                watch.Remove(answer);
                return Task.CompletedTask;
            });
        }
    }

    private async Task TouchAsync(long session)
    {
        if (!touching.TryAdd(session, 0))
        {
            return;
        }

        try
        {
            await touch.HandleAsync([session], CancellationToken.None);
        }
        catch (Exception broken)
        {
            // A database that is busy for too long: what was asked for is answered all the same, and the next request notes it.
            LogNotTouched(broken, session);
        }
        finally
        {
            touching.TryRemove(session, out _);
        }
    }

    private async Task<DateTime?> SeenAsync(ClaimsPrincipal principal) =>
        principal.ToActor() is { SessionId: { } session } && principal.FindFirstValue(ActorClaims.SessionSecret) is { } secret
            ? await check.HandleAsync(session, secret, CancellationToken.None)
            : null;

    private async Task WriteAsync(HttpContext http, User user, AuthenticationProperties keeps, string session, string secret)
    {
        await using var scope = scopes.CreateAsyncScope();
        var principal = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<User>>().CreateAsync(user);
        var identity = (ClaimsIdentity)principal.Identity!;
        identity.AddClaim(new Claim(ActorClaims.SessionId, session));
        identity.AddClaim(new Claim(ActorClaims.SessionSecret, secret));
        await http.SignInAsync(IdentityConstants.ApplicationScheme, principal, keeps);
        http.User = principal;
    }

    // A fresh scope: this request may have read the user before the change.
    private async Task<User?> FindUserAsync(ClaimsPrincipal principal)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<UserManager<User>>().GetUserAsync(principal) is { LockedAt: null } user
            ? user
            : null;
    }

    [LoggerMessage(2205, LogLevel.Information, "User {User} signed out from {Address}")]
    private partial void LogSignedOut(string address, long user);

    [LoggerMessage(2209, LogLevel.Warning, "That session {Session} is in use could not be noted; the next request notes it")]
    private partial void LogNotTouched(Exception broken, long session);
}
