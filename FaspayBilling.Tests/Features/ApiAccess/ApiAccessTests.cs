using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.ApiAccess;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.ApiAccess;

/// <summary>Who may touch API access at all, asked of every handler of the room.</summary>
public sealed class ApiAccessTests
{
    [Fact]
    public async Task Only_an_admin_touches_api_access_and_the_attempts_are_in_the_history()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var request = new RepresentationRequest("x", true, true, true, new DateOnly(2026, 11, 1), null);

        Outcome[] outcomes =
        [
            await db.Get<ListApiAccess>().HandleAsync(fpy.Finance, default),
            await db.Get<MakeBillingCredential>().HandleAsync(fpy.Finance, default),
            await db.Get<RevokeBillingCredential>().HandleAsync(fpy.Finance, 1, default),
            await db.Get<MakeApiClient>().HandleAsync(fpy.Finance, "ERP", default),
            await db.Get<RevokeApiClient>().HandleAsync(fpy.Finance, 1, default),
            await db.Get<GrantRepresentation>().HandleAsync(fpy.Finance, request, default),
            await db.Get<RevokeRepresentation>().HandleAsync(fpy.Finance, 1, default),
        ];

        outcomes.Select(o => o.Refusal!.Code).Should().AllBe("not-allowed");
        (await db.ReadAsync(
            d => d.Set<HistoryEntry>().CountAsync(h => h.Subject == HistorySubject.ApiAccess && h.RefusalCode == "not-allowed")))
            .Should().Be(6);
        (await db.ReadAsync(d => d.Set<BillingCredential>().CountAsync())).Should().Be(0);
    }
}
