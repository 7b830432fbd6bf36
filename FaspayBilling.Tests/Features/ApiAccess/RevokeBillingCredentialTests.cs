using FaspayBilling.Core.Features.ApiAccess;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.ApiAccess;

public sealed class RevokeBillingCredentialTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_revoked_credentials_signature_stops_working_at_once_and_no_other(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var (system, newer) = (await db.SystemAsync(fpy), await db.SystemAsync(fpy));
        var bill = (await system.CreateAsync()).Value;

        (await db.Get<RevokeBillingCredential>().HandleAsync(fpy.Admin, system.ServiceId, default)).Ok.Should().BeTrue();

        (await db.ApiAccessAsync(fpy.Admin)).Credentials.Single(c => c.Id == system.ServiceId).RevokedAt.Should().NotBeNull();
        (await system.InquireAsync(bill)).Refusal!.Code.Should().Be("api-credential.signature");
        (await newer.InquireAsync(bill)).Ok.Should().BeTrue();
        (await db.HistoryAsync(fpy)).Should().EndWith($"Revoked the billing API credential {system.Username}");
    }

    [Fact]
    public async Task Revoked_twice_it_stays_as_it_was_the_first_time()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var system = await db.SystemAsync(fpy);
        await db.Get<RevokeBillingCredential>().HandleAsync(fpy.Admin, system.ServiceId, default);
        var first = (await db.ApiAccessAsync(fpy.Admin)).Credentials.Single();
        db.Clock.Advance(TimeSpan.FromHours(1));

        (await db.Get<RevokeBillingCredential>().HandleAsync(fpy.Admin, system.ServiceId, default)).Ok.Should().BeTrue();

        (await db.ApiAccessAsync(fpy.Admin)).Credentials.Single().Should().Be(first);
        (await db.HistoryAsync(fpy)).Should().HaveCount(2);
    }

    [Fact]
    public async Task Another_merchants_credential_is_neither_seen_nor_revoked()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var other = await db.Given.MerchantAsync("T8V", "013825647609000");
        await db.Get<MakeBillingCredential>().HandleAsync(fpy.Admin, default);
        var row = (await db.ApiAccessAsync(fpy.Admin)).Credentials.Single();

        (await db.ApiAccessAsync(other.Admin)).Credentials.Should().BeEmpty();
        (await db.Get<RevokeBillingCredential>().HandleAsync(other.Admin, row.Id, default)).Refusal!.Code
            .Should().Be("api-credential.not-found");
        (await db.ApiAccessAsync(fpy.Admin)).Credentials.Single().RevokedAt.Should().BeNull();
    }
}
