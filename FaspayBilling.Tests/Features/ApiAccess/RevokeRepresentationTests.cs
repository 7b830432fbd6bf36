using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.ApiAccess;
using FaspayBilling.Core.Features.DocumentApi;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.ApiAccess;

public sealed class RevokeRepresentationTests
{
    private static readonly DateOnly Today = new(2026, 11, 16);

    [Theory, OnSqlite, OnPostgres]
    public async Task A_revoked_representation_holds_no_more_on_the_same_day(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var (fpy, client, granted) = await GrantedAsync(db);

        (await db.Get<RevokeRepresentation>().HandleAsync(fpy.Admin, granted.Id, default)).Ok.Should().BeTrue();

        (await db.ReadAsync(d => d.Set<Representation>().SingleAsync())).HoldsOn(Today).Should().BeFalse();
        (await db.HistoryAsync(fpy)).Should().Equal($"Revoked the representation by {client.ClientId}");
        (await db.CallerAsync(client, fpy)).Should().BeEquivalentTo(new { MayView = false, MayCancel = false, MayReject = false });
        (await db.Get<IssueToken>().HandleAsync(client.ClientId, GivenClient.Secret, fpy.Merchant.Npwp, default)).Refusal!.Code
            .Should().Be("token.taxpayer");
    }

    [Fact]
    public async Task Revoked_twice_it_stays_as_it_was_the_first_time()
    {
        await using var db = await TestDb.MakeAsync();
        var (fpy, _, granted) = await GrantedAsync(db);
        await db.Get<RevokeRepresentation>().HandleAsync(fpy.Admin, granted.Id, default);
        var first = (await db.ApiAccessAsync(fpy.Admin)).Representations.Single();
        db.Clock.Advance(TimeSpan.FromHours(1));

        (await db.Get<RevokeRepresentation>().HandleAsync(fpy.Admin, granted.Id, default)).Ok.Should().BeTrue();

        (await db.ApiAccessAsync(fpy.Admin)).Representations.Single().Should().Be(first);
        (await db.HistoryAsync(fpy)).Should().ContainSingle();
    }

    [Fact]
    public async Task The_intermediary_itself_does_not_find_it()
    {
        await using var db = await TestDb.MakeAsync();
        var (fpy, client, granted) = await GrantedAsync(db);
        var intermediary = new Actor(client.MerchantId, null, "Ani Admin", Role.Admin);

        (await db.Get<RevokeRepresentation>().HandleAsync(intermediary, granted.Id, default)).Refusal!.Code
            .Should().Be("representation.not-found");
        (await db.ApiAccessAsync(fpy.Admin)).Representations.Single().RevokedAt.Should().BeNull();
    }

    private static async Task<(GivenMerchant Fpy, ApiClient Client, Representation Granted)> GrantedAsync(TestDb db)
    {
        var fpy = await db.Given.MerchantAsync();
        var client = await db.ClientAsync(await db.Given.MerchantAsync("T8V", "013825647609000"));
        return (fpy, client, await db.RepresentAsync(client, fpy, from: Today));
    }
}
