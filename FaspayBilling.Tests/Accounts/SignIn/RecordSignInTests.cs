using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Accounts.SignIn;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Accounts.SignIn;

public sealed class RecordSignInTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_refused_sign_in_is_in_the_history_of_the_users_merchant_with_address_and_browser(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await db.Given.MerchantAsync("T8V");
        var user = await db.UserAsync(fpy, "vina@fpy.example", Role.Viewer);

        (await db.Get<RecordSignIn>().HandleAsync(user, UserData.Office, default)).Ok.Should().BeTrue();

        var line = (await db.HistoryAsync())[^1];
        (line.MerchantId, line.SubjectId, line.What())
            .Should().Be((fpy.Id, (long?)user.Id, "Sign-in as vina@fpy.example refused: wrong password"));
        (line.Address, line.Browser, line.Security).Should().Be((UserData.Office.Address, UserData.Office.Browser, true));
    }

    [Fact]
    public async Task Of_a_locked_user_it_says_so()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var user = await db.UserAsync(fpy, "vina@fpy.example", Role.Viewer);
        await db.Get<LockUser>().HandleAsync(fpy.Admin, user.Id, default);

        await db.Get<RecordSignIn>().HandleAsync(await db.UserAsync(user.Id), UserData.Office, default);

        (await db.HistoryAsync(fpy)).Should().EndWith("Sign-in as vina@fpy.example refused: the user is locked");
    }

    [Fact]
    public async Task An_address_that_nobody_has_leaves_no_row()
    {
        await using var db = await TestDb.MakeAsync();

        (await db.Get<RecordSignIn>().HandleAsync(null, UserData.Office, default)).Ok.Should().BeTrue();

        (await db.HistoryAsync()).Should().BeEmpty();
    }
}
