using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Features.ApiAccess;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.ApiAccess;

public sealed class MakeBillingCredentialTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_credential_is_made_and_listed(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();

        var made = (await db.Get<MakeBillingCredential>().HandleAsync(fpy.Admin, default)).Value;

        made.Username.Should().StartWith("fpy-");
        made.Password.Length.Should().BeGreaterThanOrEqualTo(24);
        (await db.ApiAccessAsync(fpy.Admin)).Credentials.Single()
            .Should().BeEquivalentTo(new { made.Username, CreatedBy = fpy.Admin.Name, RevokedAt = (DateTime?)null });
        (await db.HistoryAsync(fpy)).Should().Equal($"Made the billing API credential {made.Username}");
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
}
