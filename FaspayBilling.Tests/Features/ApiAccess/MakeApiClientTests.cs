using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Features.ApiAccess;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.ApiAccess;

public sealed class MakeApiClientTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_client_is_made_and_only_the_hash_of_its_secret_is_kept(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();

        var made = (await db.Get<MakeApiClient>().HandleAsync(fpy.Admin, " ERP ", default)).Value;

        made.Secret.Length.Should().BeGreaterThanOrEqualTo(32);
        (await db.ReadAsync(d => d.Set<ApiClient>().SingleAsync())).Should().BeEquivalentTo(
            new { MerchantId = fpy.Id, Name = "ERP", made.ClientId, SecretHash = ApiSecret.Hash(made.Secret), CreatedBy = fpy.Admin.Name });
        (await db.HistoryAsync(fpy)).Should().Equal($"Made the API client ERP ({made.ClientId})");
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
        (await db.ApiAccessAsync(fpy.Admin)).Clients.Should().BeEmpty();
    }
}
