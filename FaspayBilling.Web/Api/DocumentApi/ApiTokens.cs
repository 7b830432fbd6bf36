using System.Globalization;
using System.Security.Claims;
using FaspayBilling.Core.Features.DocumentApi;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.Extensions.Options;

namespace FaspayBilling.Web.Api.DocumentApi;

/// <summary>Access tokens of the document API: tickets protected by the installation's keys, good for an hour.</summary>
public sealed class ApiTokens(IOptionsMonitor<BearerTokenOptions> options, TimeProvider clock)
{
    public const string Scheme = "DocumentApi";
    public const int Seconds = 3600;

    private const string Prefix = "Bearer ";
    private const string Client = "client";
    private const string Taxpayer = "taxpayer";

    public string Issue(ApiGrant grant)
    {
        var now = clock.GetUtcNow();
        var identity = new ClaimsIdentity([Claim(Client, grant.ClientKey), Claim(Taxpayer, grant.MerchantId)], Scheme);
        var properties = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddSeconds(Seconds) };
        return Protector().Protect(new AuthenticationTicket(new ClaimsPrincipal(identity), properties, Scheme));
    }

    /// <summary>What an Authorization header stands for; null when it is missing, forged or older than an hour.</summary>
    public ApiGrant? Read(string? authorization) =>
        Ticket(authorization) is { Properties.ExpiresUtc: { } end } ticket
        && clock.GetUtcNow() < end
        && Key(ticket, Client) is { } client
        && Key(ticket, Taxpayer) is { } taxpayer
            ? new ApiGrant(client, taxpayer)
            : null;

    /// <summary>True for an Authorization header of something that no installation with these keys gave, however long ago.</summary>
    public bool IsForged(string? authorization) => !string.IsNullOrEmpty(authorization) && Ticket(authorization) is null;

    private static Claim Claim(string name, long key) => new(name, key.ToString(CultureInfo.InvariantCulture));

    private static long? Key(AuthenticationTicket ticket, string name) =>
        long.TryParse(ticket.Principal.FindFirstValue(name), NumberStyles.None, CultureInfo.InvariantCulture, out var key) ? key : null;

    private AuthenticationTicket? Ticket(string? authorization) =>
        authorization?.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) == true
            ? Protector().Unprotect(authorization[Prefix.Length..].Trim())
            : null;

    private ISecureDataFormat<AuthenticationTicket> Protector() => options.Get(Scheme).BearerTokenProtector;
}
