using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Accounts.Factors;
using FaspayBilling.Core.Accounts.Sessions;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Accounts;

public sealed class UnlockUserTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task An_unlocked_user_may_sign_in_again(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var user = await db.UserAsync(fpy, "fajar@fpy.example", Role.Finance);
        (await db.Get<LockUser>().HandleAsync(fpy.Admin, user.Id, default)).Ok.Should().BeTrue();

        (await db.Get<UnlockUser>().HandleAsync(fpy.Admin, user.Id, default)).Ok.Should().BeTrue();

        (await db.Get<OpenSession>().HandleAsync(await db.UserAsync(user.Id), SignInMethod.Password, UserData.Office, default))
            .Ok.Should().BeTrue();
        (await db.HistoryAsync(fpy)).TakeLast(2)
            .Should().Equal("Unlocked fajar@fpy.example", "fajar@fpy.example signed in");
    }

    [Fact]
    public async Task Another_merchants_user_is_not_found_and_stays_locked()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var other = await db.Given.MerchantAsync("T8V");
        var user = await db.UserAsync(other, "agus@t8v.example", Role.Finance);
        await db.Get<LockUser>().HandleAsync(other.Admin, user.Id, default);

        (await db.Get<UnlockUser>().HandleAsync(fpy.Admin, user.Id, default)).Refusal!.Code.Should().Be("user.not-found");
        (await db.UserAsync(user.Id)).LockedAt.Should().NotBeNull();
    }
}
