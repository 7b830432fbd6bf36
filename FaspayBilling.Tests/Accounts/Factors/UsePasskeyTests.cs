using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Accounts.Factors;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;
using static FaspayBilling.Tests.Accounts.Factors.GivenFactors;

namespace FaspayBilling.Tests.Accounts.Factors;

public sealed class UsePasskeyTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Its_counter_is_kept_and_everything_else_stays(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var user = await db.UserAsync(await db.Given.MerchantAsync(), "vina@fpy.example", Role.Viewer);
        var phone = await db.PasskeyAsync(user);
        await db.PasskeyAsync(user, "key");

        (await db.Get<UsePasskey>().HandleAsync(user, Passkey(used: 7), default)).Ok.Should().BeTrue();

        (await db.PasskeysAsync()).Select(p => (p.Data.Name, p.Data.SignCount)).Should().BeEquivalentTo([("phone", 7u), ("key", 0u)]);
        (await db.PasskeysAsync()).Should().ContainSingle(p => p.Data.Name == "phone")
            .Which.Data.PublicKey.Should().Equal(phone.PublicKey);
    }

    [Fact]
    public async Task One_that_was_removed_meanwhile_or_is_another_users_is_not_found()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var user = await db.UserAsync(fpy, "vina@fpy.example", Role.Viewer);
        var ada = await db.UserAsync(fpy, "ada@fpy.example", Role.Admin);
        await db.PasskeyAsync(ada, "of Ada");

        (await db.Get<UsePasskey>().HandleAsync(user, Passkey(used: 7), default)).Refusal.Should().Be(UserRefusals.PasskeyNotFound);
        (await db.Get<UsePasskey>().HandleAsync(user, Passkey("of Ada", used: 7), default)).Refusal!.Code.Should().Be("passkey.not-found");

        (await db.PasskeysAsync()).Should().ContainSingle().Which.Data.SignCount.Should().Be(0u);
    }
}
