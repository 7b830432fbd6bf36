using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Features.ApiAccess;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.ApiAccess;

public sealed class ListApiAccessTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_newest_come_first_and_revoked_ones_last(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var agent = await db.ClientAsync(await db.Given.MerchantAsync("T8V", "013825647609000"));
        var credentials = new List<long>();
        var clients = new List<ApiClient>();
        var granted = new List<Representation>();
        for (var i = 0; i < 4; i++)
        {
            credentials.Add((await db.SystemAsync(fpy)).ServiceId);
            clients.Add(await db.ClientAsync(fpy, $"erp {i}"));
            granted.Add(await db.RepresentAsync(agent, fpy));
        }

        // The newest of all, and one between.
        foreach (var i in (int[])[1, 3])
        {
            await db.Get<RevokeBillingCredential>().HandleAsync(fpy.Admin, credentials[i], default);
            await db.Get<RevokeApiClient>().HandleAsync(fpy.Admin, clients[i].Id, default);
            await db.Get<RevokeRepresentation>().HandleAsync(fpy.Admin, granted[i].Id, default);
        }

        var list = await db.ApiAccessAsync(fpy.Admin);

        int[] order = [2, 0, 3, 1];
        list.Credentials.Select(c => c.Id).Should().Equal(order.Select(i => credentials[i]));
        list.Clients.Select(c => c.Id).Should().Equal(order.Select(i => clients[i].Id));
        list.Representations.Select(r => r.Id).Should().Equal(order.Select(i => granted[i].Id));
    }

    [Fact]
    public async Task What_another_merchant_made_or_granted_is_not_listed()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var other = await db.Given.MerchantAsync("T8V", "013825647609000");
        await db.SystemAsync(other);
        await db.ClientAsync(other);
        await db.RepresentAsync(await db.ClientAsync(fpy), other);

        var list = await db.ApiAccessAsync(fpy.Admin);

        list.Credentials.Should().BeEmpty();
        list.Clients.Should().ContainSingle("only its own");
        list.Representations.Should().BeEmpty("the one who grants sees it, not the intermediary");
    }
}
