using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.ApiAccess;

/// <summary>What the page API access shows: which systems may do what for the actor's merchant.</summary>
public sealed class ListApiAccess(IDbContextFactory<BillingDb> dbs)
{
    /// <summary>Newest first, revoked ones last. Refuses <c>not-allowed</c>.</summary>
    public async Task<Outcome<ApiAccessList>> HandleAsync(Actor actor, CancellationToken stop)
    {
        if (actor.WhyNot(Role.Admin) is { } no)
        {
            return no;
        }

        await using var db = await dbs.CreateDbContextAsync(stop);
        var credentials = await db.Set<BillingCredential>().VisibleTo(actor).OrderBy(c => c.RevokedAt != null).ThenByDescending(c => c.Id)
            .Select(c => new CredentialRow(c.Id, c.Username, c.CreatedAt, c.CreatedBy, c.RevokedAt)).ToListAsync(stop);
        var clients = await db.Set<ApiClient>().VisibleTo(actor).OrderBy(c => c.RevokedAt != null).ThenByDescending(c => c.Id)
            .Select(c => new ClientRow(c.Id, c.Name, c.ClientId, c.CreatedAt, c.CreatedBy, c.RevokedAt)).ToListAsync(stop);
        var granted = await (
            from r in db.Set<Representation>().VisibleTo(actor)
            join c in db.Set<ApiClient>() on r.ApiClientId equals c.Id
            join m in db.Set<Merchant>() on c.MerchantId equals m.Id
            orderby r.RevokedAt != null, r.Id descending
            select new RepresentationRow(r.Id, c.ClientId, m.Name, r.MayView, r.MayCancel, r.MayReject, r.From, r.To, r.RevokedAt))
            .ToListAsync(stop);
        return new ApiAccessList(credentials, clients, granted);
    }
}

/// <summary>Everything on the page API access; no secret is among it.</summary>
public sealed record ApiAccessList(
    IReadOnlyList<CredentialRow> Credentials,
    IReadOnlyList<ClientRow> Clients,
    IReadOnlyList<RepresentationRow> Representations);

/// <summary>One billing credential.</summary>
public sealed record CredentialRow(long Id, string Username, DateTime CreatedAt, string CreatedBy, DateTime? RevokedAt);

/// <summary>One API client.</summary>
public sealed record ClientRow(long Id, string Name, string ClientId, DateTime CreatedAt, string CreatedBy, DateTime? RevokedAt);

/// <summary>One representation, with the intermediary's client id and the name of the merchant behind it.</summary>
public sealed record RepresentationRow(
    long Id,
    string ClientId,
    string Intermediary,
    bool MayView,
    bool MayCancel,
    bool MayReject,
    DateOnly From,
    DateOnly? To,
    DateTime? RevokedAt);
