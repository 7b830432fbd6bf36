using FaspayBilling.Core.Features.ApiAccess;
using FaspayBilling.Core.Features.DocumentApi;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.DocumentApi;

public sealed class ReadCallerTests
{
    [Fact]
    public async Task A_merchants_own_client_may_do_everything_for_it()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var client = await db.ClientAsync(fpy);

        (await db.Get<ReadCaller>().HandleAsync(new ApiGrant(client.Id, fpy.Id), default)).Value
            .Should().Be(new ApiCaller(client.Id, "FPY-erp", "FPY erp", fpy.Id, MayView: true, MayCancel: true, MayReject: true));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_intermediary_may_what_any_grant_of_that_taxpayer_and_that_day_says(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var (fpy, t8v) = (await db.Given.MerchantAsync(), await db.ReceiverAsync());
        var client = await db.ClientAsync(await db.Given.MerchantAsync("AGN", "055555555555000"));
        await db.RepresentAsync(client, fpy, cancel: false, reject: false);
        await db.RepresentAsync(client, fpy, view: false, reject: false, to: new(2026, 11, 16));
        await db.RepresentAsync(client, t8v, view: false, cancel: false);

        (await MayAsync()).Should().Be((true, true, false));
        db.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 17, 0, 0, 0, TimeSpan.FromHours(7)));
        (await MayAsync()).Should().Be((true, false, false));

        async Task<(bool View, bool Cancel, bool Reject)> MayAsync() =>
            await db.CallerAsync(client, fpy) is var caller ? (caller.MayView, caller.MayCancel, caller.MayReject) : default;
    }

    [Fact]
    public async Task An_ended_representation_leaves_a_caller_who_may_nothing_and_a_revoked_client_none()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var agent = await db.Given.MerchantAsync("AGN", "055555555555000");
        var client = await db.ClientAsync(agent);
        var granted = await db.RepresentAsync(client, fpy);
        await db.Get<RevokeRepresentation>().HandleAsync(fpy.Admin, granted.Id, default);

        (await db.CallerAsync(client, fpy)).Should().BeEquivalentTo(new { MayView = false, MayCancel = false, MayReject = false });
        await db.Get<RevokeApiClient>().HandleAsync(agent.Admin, client.Id, default);

        foreach (var merchant in (long[])[fpy.Id, agent.Id])
        {
            (await db.Get<ReadCaller>().HandleAsync(new ApiGrant(client.Id, merchant), default)).Refusal!.Code.Should().Be("token.client");
        }
    }
}
