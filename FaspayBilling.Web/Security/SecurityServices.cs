using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Accounts.Sessions;
using FaspayBilling.Core.Configuration;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Faults;
using FaspayBilling.Web.Security.Factors;
using FaspayBilling.Web.Security.Proxies;
using FaspayBilling.Web.Texts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;

namespace FaspayBilling.Web.Security;

internal static partial class SecurityServices
{
    public const string SignInPath = "/account/sign-in";

    /// <summary>Sign-in by cookie; everything that does not say otherwise needs it.</summary>
    public static IServiceCollection AddSecurity(this IServiceCollection services)
    {
        services.AddSecurityHeaders();

        // All of Identity's cookies: what ends a sign-in signs out of every one of them.
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<SiteSettings, CookieNames>(Configure);
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme)
            .Configure<SiteSettings, CookieNames>(ConfigurePasskey);
        services.AddOptions<IdentityPasskeyOptions>().Configure<SiteSettings>(Configure);
        new IdentityBuilder(typeof(User), services).AddSignInManager().AddClaimsPrincipalFactory<UserClaims>();
        services.AddAntiforgery();
        services.AddOptions<AntiforgeryOptions>().Configure<CookieNames>(Configure);
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(Policies.Finance, p => p.RequireRole(nameof(Role.Finance), nameof(Role.Admin)))
            .AddPolicy(Policies.Admin, p => p.RequireRole(nameof(Role.Admin)));
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, CircuitAuthenticationStateProvider>();
        services.AddSingleton<CookieNames>();
        services.AddSingleton<SessionCookie>();
        services.AddSingleton<HubSessions>();
        services.AddSingleton<KnownBrowsers>();
        services.AddSingleton<SessionWatch>().AddHostedService(provider => provider.GetRequiredService<SessionWatch>());
        services.AddScoped<CircuitHandler, FollowedPage>();
        services.AddScoped<PasswordSignIn>();
        services.AddScoped<PasskeySignIn>();
        services.AddScoped<SecondStep>();
        services.AddSingleton<HalfSignIn>();
        services.AddSingleton<AuthenticatorKeys>();
        services.AddSingleton<ResetLog>();
        return services.AddScoped<CurrentActor>();
    }

    /// <summary>Forwarding, sign-in and antiforgery, before any endpoint; HTTPS only where the site's own address says so.</summary>
    public static void UseSecurity(this WebApplication app)
    {
        app.UseForwarding();
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler(new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = "/account/error",
                CreateScopeForErrors = true,
                StatusCodeSelector = broken => DatabaseFault.Is(broken)
                    ? StatusCodes.Status503ServiceUnavailable
                    : StatusCodes.Status500InternalServerError,
            });
            if (app.Services.GetRequiredService<SiteSettings>().IsHttps())
            {
                app.UseHsts();
                app.UseMiddleware<HttpsOnly>();
            }
        }

        app.UseHubOrigin();
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseAuthentication();
        app.UseRequestLanguage();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.UseForgeryLog();
    }

    internal static bool IsHttps(this SiteSettings site) => site.Address.StartsWith("https:", StringComparison.OrdinalIgnoreCase);

    // What is refused is answered further on, by what the form was sent to. The page that says so comes along here once more.
    private static void UseForgeryLog(this WebApplication app)
    {
        var limits = app.Services.GetRequiredService<RateLimits>();
        app.Use((http, next) =>
        {
            if (http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false }
                && http.Features.Get<IStatusCodeReExecuteFeature>() is null
                && limits.Take(ClientNetwork.Of(http), Limit.Told).Ok)
            {
                LogForged(app.Logger, PageOf(http), Client.Of(http).Address, http.User.ToActor()?.UserId);
            }

            return next(http);
        });
    }

    // The page's pattern, never the address that was asked for: what a stranger wrote stands in that.
    private static string? PageOf(HttpContext http) => (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;

    // A passkey of the site's own address, that has asked its owner for a finger, a face or a PIN: it stands for two factors.
    private static void Configure(IdentityPasskeyOptions passkeys, SiteSettings site)
    {
        passkeys.ServerDomain = new Uri(site.Address).Host;
        passkeys.UserVerificationRequirement = "required";
        passkeys.ResidentKeyRequirement = "required";
        passkeys.AttestationConveyancePreference = "none";

        // What the authenticator signed, against the address that was asked. Identity's own rule asks the header Origin, which a browser
        // leaves out of a form that tells nobody where it comes from.
        passkeys.ValidateOrigin = signed =>
            ValueTask.FromResult(!signed.CrossOrigin && HubOrigin.IsOwn(signed.Origin, signed.HttpContext.Request));
    }

    private static void ConfigurePasskey(CookieAuthenticationOptions cookie, SiteSettings site, CookieNames names)
    {
        cookie.Cookie.Name = names.Passkey;
        cookie.Cookie.Path = "/";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Strict;
        cookie.Cookie.SecurePolicy = site.IsHttps() ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = TimeSpan.FromMinutes(5);
    }

    private static void Configure(AntiforgeryOptions forms, CookieNames names)
    {
        forms.Cookie.Name = names.Antiforgery ?? forms.Cookie.Name;
        forms.Cookie.Path = "/";
        forms.Cookie.SecurePolicy = names.Https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
    }

    private static void Configure(CookieAuthenticationOptions cookie, SiteSettings site, CookieNames names)
    {
        cookie.Cookie.Name = names.Session;
        cookie.Cookie.Path = "/";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = site.IsHttps() ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        // Twelve hours without use, and every other end, are the session's own.
        cookie.SlidingExpiration = false;
        cookie.ExpireTimeSpan = UserSession.Longest;
        cookie.LoginPath = SignInPath;
        cookie.ReturnUrlParameter = "returnUrl";
        cookie.Events.OnValidatePrincipal =
            context => context.HttpContext.RequestServices.GetRequiredService<SessionCookie>().ValidateAsync(context);

        // The pages lead on by themselves, and only to where LocalAddress lets them.
        cookie.Events.OnRedirectToReturnUrl = _ => Task.CompletedTask;

        // The page keeps its address and its frame, and says itself who may open it.
        cookie.Events.OnRedirectToAccessDenied = denied =>
        {
            var http = denied.HttpContext;
            LogForbidden(
                http.RequestServices.GetRequiredService<ILogger<SessionCookie>>(),
                http.User.ToActor()?.UserId,
                PageOf(http),
                Client.Of(http).Address);
            denied.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    [LoggerMessage(2291, LogLevel.Warning, "User {User} opened {Page}, which the role does not allow, from {Address}")]
    private static partial void LogForbidden(ILogger log, long? user, string? page, string address);

    [LoggerMessage(
        2292,
        LogLevel.Warning,
        "A form was sent to {Page} from {Address} and refused: it has no token of this site (user {User}, none without a sign-in)")]
    private static partial void LogForged(ILogger log, string? page, string address, long? user);
}
