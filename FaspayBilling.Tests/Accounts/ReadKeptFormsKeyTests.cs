using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Accounts;

public sealed class ReadKeptFormsKeyTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_user_always_gets_the_same_key_and_everybody_else_another(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var mjb = await db.Given.MerchantAsync("MJB");
        var finance = fpy.Finance with { UserId = 1 };

        var first = await KeyAsync(db, finance);

        Convert.FromBase64String(first).Should().HaveCount(32);
        (await KeyAsync(db, finance with { Role = Role.Admin, Name = "Another name" })).Should().Be(first);
        (await KeyAsync(db, finance with { UserId = 2 })).Should().NotBe(first);
        (await KeyAsync(db, mjb.Finance with { UserId = 1 })).Should().NotBe(first);
    }

    private static Task<string> KeyAsync(TestDb db, Actor actor) => db.Get<ReadKeptFormsKey>().HandleAsync(actor, default);
}
