using FaspayBilling.Core.Data.ApiAccess;
using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Features.ApiAccess;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Data.ApiAccess;

public sealed class KnownSignaturesTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_signature_is_looked_up_once_a_second_and_forgotten_at_once_where_it_is_revoked(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var known = db.Get<KnownSignatures>();
        var (signature, id) = await MakeAsync(db, fpy);
        (await known.MerchantAsync(signature, default)).Should().Be(fpy.Id, "a new one works at once");

        using (var sql = SqlCommands.Watch())
        {
            (await known.MerchantAsync(signature, default)).Should().Be(fpy.Id);
            sql.Sent.Should().BeEmpty();
            db.Clock.Advance(TimeSpan.FromSeconds(1));
            (await known.MerchantAsync(signature, default)).Should().Be(fpy.Id);
            sql.Sent.Should().ContainSingle();
        }

        (await db.Get<RevokeBillingCredential>().HandleAsync(fpy.Admin, id, default)).Ok.Should().BeTrue();
        (await known.MerchantAsync(signature, default)).Should().BeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_another_node_revokes_is_seen_within_a_second(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        await using var other = db.AnotherNode();
        var fpy = await db.Given.MerchantAsync();
        var (signature, id) = await MakeAsync(db, fpy);
        (await other.Get<KnownSignatures>().MerchantAsync(signature, default)).Should().Be(fpy.Id);

        (await db.Get<RevokeBillingCredential>().HandleAsync(fpy.Admin, id, default)).Ok.Should().BeTrue();
        db.Clock.Advance(TimeSpan.FromSeconds(1));

        (await other.Get<KnownSignatures>().MerchantAsync(signature, default)).Should().BeNull();
    }

    [Fact]
    public async Task What_nobody_has_is_asked_for_each_time()
    {
        await using var db = await TestDb.MakeAsync();
        await MakeAsync(db, await db.Given.MerchantAsync());
        var known = db.Get<KnownSignatures>();
        (await known.MerchantAsync(new string('0', 40), default)).Should().BeNull();

        using var sql = SqlCommands.Watch();
        (await known.MerchantAsync(new string('0', 40), default)).Should().BeNull();

        sql.Sent.Should().ContainSingle();
    }

    private static async Task<(string Signature, long Id)> MakeAsync(TestDb db, GivenMerchant merchant)
    {
        var made = (await db.Get<MakeBillingCredential>().HandleAsync(merchant.Admin, default)).Value;
        var kept = await db.ReadAsync(d => d.Set<BillingCredential>().SingleAsync(c => c.Username == made.Username));
        return (BillingSignature.Of(made.Username, made.Password), kept.Id);
    }
}
