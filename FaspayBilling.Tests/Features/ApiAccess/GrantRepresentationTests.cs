using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Features.ApiAccess;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.ApiAccess;

public sealed class GrantRepresentationTests
{
    private static readonly DateOnly Today = new(2026, 11, 16);

    [Theory, OnSqlite, OnPostgres]
    public async Task A_representation_is_granted_to_another_merchants_client(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var other = await db.Given.MerchantAsync("T8V", "013825647609000");
        var client = (await db.Get<MakeApiClient>().HandleAsync(other.Admin, "Accounting", default)).Value;

        (await db.Get<GrantRepresentation>()
            .HandleAsync(fpy.Admin, new($" {client.ClientId} ", true, false, true, Today, Today.AddDays(9)), default)).Ok
            .Should().BeTrue();

        (await db.ApiAccessAsync(fpy.Admin)).Representations.Single().Should().BeEquivalentTo(new
        {
            client.ClientId,
            Intermediary = other.Merchant.Name,
            MayView = true,
            MayCancel = false,
            MayReject = true,
            From = Today,
            To = Today.AddDays(9)
        });
        (await db.ReadAsync(d => d.Set<Representation>().SingleAsync())).HoldsOn(Today).Should().BeTrue();
        (await db.HistoryAsync(fpy))
            .Should().Equal($"Let {client.ClientId} view, reject documents from 16/11/2026 to 25/11/2026");
    }

    [Fact]
    public async Task Without_a_last_day_it_goes_on()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var client = await db.ClientAsync(await db.Given.MerchantAsync("T8V", "013825647609000"));

        await db.Get<GrantRepresentation>().HandleAsync(fpy.Admin, new(client.ClientId, true, true, true, Today, null), default);

        (await db.ReadAsync(d => d.Set<Representation>().SingleAsync())).HoldsOn(Today.AddYears(50)).Should().BeTrue();
        (await db.HistoryAsync(fpy)).Should().Equal($"Let {client.ClientId} view, cancel, reject documents from 16/11/2026");
    }

    [Fact]
    public async Task A_grant_names_everything_that_is_wrong_with_it()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();

        var refused = await db.Get<GrantRepresentation>()
            .HandleAsync(fpy.Admin, new("nobody", false, false, false, null, Today.AddDays(-1)), default);

        refused.Refusals.Select(r => r.Code)
            .Should().Equal("representation.client", "representation.permissions", "representation.from", "representation.to");
    }

    [Fact]
    public async Task Neither_an_own_nor_a_revoked_client_represents()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var other = await db.Given.MerchantAsync("T8V", "013825647609000");
        var own = (await db.Get<MakeApiClient>().HandleAsync(fpy.Admin, "Own", default)).Value.ClientId;
        var revoked = (await db.Get<MakeApiClient>().HandleAsync(other.Admin, "Gone", default)).Value.ClientId;
        await db.Get<RevokeApiClient>().HandleAsync(other.Admin, (await db.ApiAccessAsync(other.Admin)).Clients.Single().Id, default);

        foreach (var clientId in (string[])[own, revoked])
        {
            (await db.Get<GrantRepresentation>().HandleAsync(fpy.Admin, new(clientId, true, true, true, Today, null), default)).Refusals
                .Should().Equal(ApiRefusals.RepresentationClient);
        }
    }
}
