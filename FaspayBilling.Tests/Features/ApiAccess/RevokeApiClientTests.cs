using FaspayBilling.Core.Features.ApiAccess;
using FaspayBilling.Core.Features.DocumentApi;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.ApiAccess;

public sealed class RevokeApiClientTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_revoked_client_gets_no_token_and_the_one_that_it_has_is_over(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var made = (await db.Get<MakeApiClient>().HandleAsync(fpy.Admin, "ERP", default)).Value;
        var grant = (await db.Get<IssueToken>().HandleAsync(made.ClientId, made.Secret, null, default)).Value;
        var id = (await db.ApiAccessAsync(fpy.Admin)).Clients.Single().Id;

        (await db.Get<RevokeApiClient>().HandleAsync(fpy.Admin, id, default)).Ok.Should().BeTrue();

        (await db.ApiAccessAsync(fpy.Admin)).Clients.Single().RevokedAt.Should().NotBeNull();
        (await db.Get<IssueToken>().HandleAsync(made.ClientId, made.Secret, null, default)).Refusal!.Code.Should().Be("token.client");
        (await db.Get<ReadCaller>().HandleAsync(grant, default)).Refusal!.Code.Should().Be("token.client");
        (await db.HistoryAsync(fpy)).Should().EndWith($"Revoked the API client ERP ({made.ClientId})");
    }

    [Fact]
    public async Task Revoked_twice_it_stays_as_it_was_the_first_time()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        await db.Get<MakeApiClient>().HandleAsync(fpy.Admin, "ERP", default);
        var id = (await db.ApiAccessAsync(fpy.Admin)).Clients.Single().Id;
        await db.Get<RevokeApiClient>().HandleAsync(fpy.Admin, id, default);
        var first = (await db.ApiAccessAsync(fpy.Admin)).Clients.Single();
        db.Clock.Advance(TimeSpan.FromHours(1));

        (await db.Get<RevokeApiClient>().HandleAsync(fpy.Admin, id, default)).Ok.Should().BeTrue();

        (await db.ApiAccessAsync(fpy.Admin)).Clients.Single().Should().Be(first);
        (await db.HistoryAsync(fpy)).Should().HaveCount(2);
    }

    [Fact]
    public async Task Another_merchants_client_is_not_found()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var other = await db.Given.MerchantAsync("T8V", "013825647609000");
        await db.Get<MakeApiClient>().HandleAsync(other.Admin, "Accounting", default);
        var id = (await db.ApiAccessAsync(other.Admin)).Clients.Single().Id;

        (await db.Get<RevokeApiClient>().HandleAsync(fpy.Admin, id, default)).Refusal!.Code.Should().Be("api-client.not-found");
        (await db.ApiAccessAsync(other.Admin)).Clients.Single().RevokedAt.Should().BeNull();
    }
}
