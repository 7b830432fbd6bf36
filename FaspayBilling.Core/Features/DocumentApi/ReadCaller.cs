using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.DocumentApi;

/// <summary>Looks, at each request, what the holder of a token may still do.</summary>
public sealed class ReadCaller(IDbContextFactory<BillingDb> dbs, TimeProvider clock)
{
    /// <summary>
    /// Refuses <c>token.client</c> when the client was revoked. A representation that ended leaves a caller who may do nothing.
    /// </summary>
    public async Task<Outcome<ApiCaller>> HandleAsync(ApiGrant grant, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        if (await db.Set<ApiClient>()
            .AsNoTracking()
            .SingleOrDefaultAsync(c => c.Id == grant.ClientKey && c.RevokedAt == null, stop) is not { } client)
        {
            return ApiRefusals.TokenClient;
        }

        if (client.MerchantId == grant.MerchantId)
        {
            return new ApiCaller(client.Id, client.ClientId, client.Name, grant.MerchantId, true, true, true);
        }

        var granted = await db.Set<Representation>()
            .AsNoTracking()
            .Where(r => r.ApiClientId == client.Id && r.MerchantId == grant.MerchantId)
            .ToListAsync(stop);
        var today = JakartaCalendar.DayOf(clock.Now());
        granted.RemoveAll(r => !r.HoldsOn(today));
        return new ApiCaller(
            client.Id,
            client.ClientId,
            client.Name,
            grant.MerchantId,
            granted.Exists(r => r.MayView),
            granted.Exists(r => r.MayCancel),
            granted.Exists(r => r.MayReject));
    }
}
