using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.ApiAccess;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.ApiAccess;

public sealed class BillingCredentialTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_credential_is_made_listed_and_revoked(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();

        var made = (await db.Get<MakeBillingCredential>().HandleAsync(fpy.Admin, default)).Value;
        var row = (await ListAsync(db, fpy.Admin)).Credentials.Single();
        var revoked = await db.Get<RevokeBillingCredential>().HandleAsync(fpy.Admin, row.Id, default);

        made.Username.Should().StartWith("fpy-");
        made.Password.Length.Should().BeGreaterThanOrEqualTo(24);
        row.Should().BeEquivalentTo(new { made.Username, CreatedBy = fpy.Admin.Name, RevokedAt = (DateTime?)null });
        revoked.Ok.Should().BeTrue();
        (await ListAsync(db, fpy.Admin)).Credentials.Single().RevokedAt.Should().NotBeNull();
        (await db.HistoryAsync(fpy))
            .Should().Equal($"Made the billing API credential {made.Username}", $"Revoked the billing API credential {made.Username}");
    }

    [Fact]
    public async Task Neither_the_password_nor_the_signature_stands_in_the_database()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();

        var made = (await db.Get<MakeBillingCredential>().HandleAsync(fpy.Admin, default)).Value;

        var kept = await db.ReadAsync(d => d.Set<BillingCredential>().SingleAsync());
        var signature = BillingSignature.Of(made.Username, made.Password);
        kept.ProtectedPassword.Should().NotContain(made.Password);
        kept.SignatureHash.Should().NotBe(signature).And.Be(await db.Get<BillingSecrets>().HashAsync(signature, default));
        var secret = await db.ReadAsync(d => d.Set<InstallationSecret>().SingleAsync());
        kept.SignatureHash.Should().NotBe(BillingSignature.KeyedHash(signature, secret.ProtectedValue));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_nodes_that_make_the_first_credentials_at_once_share_one_secret(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        await using var other = db.AnotherNode();
        var fpy = await db.Given.MerchantAsync();

        var made = await Task.WhenAll(
            new[] { db, other, db, other }
                .Select(node => Task.Run(() => node.Get<MakeBillingCredential>().HandleAsync(fpy.Admin, default))));

        (await db.ReadAsync(d => d.Set<InstallationSecret>().CountAsync())).Should().Be(1);
        var hashes = await db.ReadAsync(d => d.Set<BillingCredential>().Select(c => c.SignatureHash).ToListAsync());
        foreach (var one in made.Select(m => BillingSignature.Of(m.Value.Username, m.Value.Password)))
        {
            hashes.Should().Contain(await db.Get<BillingSecrets>().HashAsync(one, default)).And
                .Contain(await other.Get<BillingSecrets>().HashAsync(one, default));
        }
    }

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

    [Fact]
    public async Task Another_merchants_credential_is_neither_seen_nor_revoked()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var other = await db.Given.MerchantAsync("T8V", "013825647609000");
        await db.Get<MakeBillingCredential>().HandleAsync(fpy.Admin, default);
        var row = (await ListAsync(db, fpy.Admin)).Credentials.Single();

        (await ListAsync(db, other.Admin)).Credentials.Should().BeEmpty();
        (await db.Get<RevokeBillingCredential>().HandleAsync(other.Admin, row.Id, default)).Refusal!.Code
            .Should().Be("api-credential.not-found");
        (await ListAsync(db, fpy.Admin)).Credentials.Single().RevokedAt.Should().BeNull();
    }

    private static async Task<ApiAccessList> ListAsync(TestDb db, Actor admin) =>
        (await db.Get<ListApiAccess>().HandleAsync(admin, default)).Value;
}
