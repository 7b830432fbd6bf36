using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.DocumentApi;

/// <summary>Checks a client's sign-in to the document API.</summary>
public sealed class IssueToken(IDbContextFactory<BillingDb> dbs, TimeProvider clock)
{
    private static readonly string Nobody = ApiSecret.Hash(ApiSecret.New(40));

    /// <summary>Answers what the token stands for; refuses <c>token.client</c>, <c>token.taxpayer</c>.</summary>
    /// <param name="clientId">The public part.</param>
    /// <param name="secret">The part that was shown once.</param>
    /// <param name="onBehalfOf">The TIN of the taxpayer, with or without <c>:ROB</c>; null for the client's own merchant.</param>
    /// <param name="stop">Stops the check.</param>
    public async Task<Outcome<ApiGrant>> HandleAsync(string clientId, string secret, string? onBehalfOf, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var client = await db.Set<ApiClient>().AsNoTracking().SingleOrDefaultAsync(c => c.ClientId == clientId, stop);

        // As slow for a client that does not exist, so that the time tells nothing.
        var right = ApiSecret.Matches(secret, client?.SecretHash ?? Nobody);
        if (client is null || !right || client.RevokedAt is not null)
        {
            return ApiRefusals.TokenClient;
        }

        return onBehalfOf is null ? new ApiGrant(client.Id, client.MerchantId) : await OnBehalfAsync(db, client, onBehalfOf, stop);
    }

    private async Task<Outcome<ApiGrant>> OnBehalfAsync(BillingDb db, ApiClient client, string onBehalfOf, CancellationToken stop)
    {
        var merchants = await db.Set<Merchant>().WithNpwp(Tin(onBehalfOf)).Select(m => m.Id).ToListAsync(stop);
        if (merchants.Contains(client.MerchantId))
        {
            return new ApiGrant(client.Id, client.MerchantId);
        }

        var granted = await db.Set<Representation>()
            .AsNoTracking()
            .Where(r => r.ApiClientId == client.Id && merchants.Contains(r.MerchantId))
            .ToListAsync(stop);
        var today = JakartaCalendar.DayOf(clock.Now());
        return granted.Find(r => r.HoldsOn(today)) is { } held ? new ApiGrant(client.Id, held.MerchantId) : ApiRefusals.TokenTaxpayer;
    }

    // After the colon stands a number of the business register, which adds nothing to the tax id.
    private static string Tin(string onBehalfOf) => Npwp.Digits(onBehalfOf.Split(':', 2)[0].Trim()) ?? "";
}
