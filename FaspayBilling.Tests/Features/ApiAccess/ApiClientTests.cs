using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.ApiAccess;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.ApiAccess;

public sealed class ApiClientTests
{
    private static readonly DateOnly Today = new(2026, 11, 16);

    [Theory, OnSqlite, OnPostgres]
    public async Task A_client_is_made_and_revoked_and_only_the_hash_of_its_secret_is_kept(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();

        var made = (await db.Get<MakeApiClient>().HandleAsync(fpy.Admin, " ERP ", default)).Value;
        var kept = await db.ReadAsync(d => d.Set<ApiClient>().SingleAsync());
        (await db.Get<RevokeApiClient>().HandleAsync(fpy.Admin, kept.Id, default)).Ok.Should().BeTrue();

        made.Secret.Length.Should().BeGreaterThanOrEqualTo(32);
        kept.Should().BeEquivalentTo(new { Name = "ERP", made.ClientId, SecretHash = ApiSecret.Hash(made.Secret) });
        (await ListAsync(db, fpy.Admin)).Clients.Single().RevokedAt.Should().NotBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(null)]
    public async Task A_client_needs_a_name_of_at_most_100_characters(string? name)
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();

        var refused = await db.Get<MakeApiClient>().HandleAsync(fpy.Admin, name ?? new string('x', 101), default);

        refused.Refusal!.Code.Should().Be("api-client.name");
        (await ListAsync(db, fpy.Admin)).Clients.Should().BeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_representation_is_granted_to_another_merchants_client_and_revoked(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var other = await db.Given.MerchantAsync("T8V", "013825647609000");
        var client = (await db.Get<MakeApiClient>().HandleAsync(other.Admin, "Accounting", default)).Value;

        (await db.Get<GrantRepresentation>()
            .HandleAsync(fpy.Admin, new($" {client.ClientId} ", true, false, true, Today, Today.AddDays(9)), default)).Ok
            .Should().BeTrue();
        var row = (await ListAsync(db, fpy.Admin)).Representations.Single();
        var holds = (await db.ReadAsync(d => d.Set<Representation>().SingleAsync())).HoldsOn(Today);
        (await db.Get<RevokeRepresentation>().HandleAsync(fpy.Admin, row.Id, default)).Ok.Should().BeTrue();

        row.Should().BeEquivalentTo(new
        {
            client.ClientId,
            Intermediary = other.Merchant.Name,
            MayView = true,
            MayCancel = false,
            MayReject = true,
            From = Today,
            To = Today.AddDays(9)
        });
        holds.Should().BeTrue();
        (await db.ReadAsync(d => d.Set<Representation>().SingleAsync())).HoldsOn(Today).Should().BeFalse();
        (await db.HistoryAsync(fpy)).Should().Equal(
            $"Let {client.ClientId} view, reject documents from 16/11/2026 to 25/11/2026",
            $"Revoked the representation by {client.ClientId}");
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
        await db.Get<RevokeApiClient>().HandleAsync(other.Admin, (await ListAsync(db, other.Admin)).Clients.Single().Id, default);

        foreach (var clientId in (string[])[own, revoked])
        {
            (await db.Get<GrantRepresentation>().HandleAsync(fpy.Admin, new(clientId, true, true, true, Today, null), default)).Refusals
                .Should().Equal(ApiRefusals.RepresentationClient);
        }
    }

    [Fact]
    public async Task Another_merchants_client_and_representation_are_not_found()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var other = await db.Given.MerchantAsync("T8V", "013825647609000");
        var client = (await db.Get<MakeApiClient>().HandleAsync(other.Admin, "Accounting", default)).Value.ClientId;
        await db.Get<GrantRepresentation>().HandleAsync(fpy.Admin, new(client, true, true, true, Today, null), default);
        var clientKey = (await ListAsync(db, other.Admin)).Clients.Single().Id;
        var grantKey = (await ListAsync(db, fpy.Admin)).Representations.Single().Id;

        (await db.Get<RevokeApiClient>().HandleAsync(fpy.Admin, clientKey, default)).Refusal!.Code.Should().Be("api-client.not-found");
        (await db.Get<RevokeRepresentation>().HandleAsync(other.Admin, grantKey, default)).Refusal!.Code
            .Should().Be("representation.not-found");
        (await ListAsync(db, fpy.Admin)).Representations.Single().RevokedAt.Should().BeNull();
    }

    private static async Task<ApiAccessList> ListAsync(TestDb db, Actor admin) =>
        (await db.Get<ListApiAccess>().HandleAsync(admin, default)).Value;
}
