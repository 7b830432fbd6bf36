using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Accounts;

public sealed class ChangeRoleTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_new_role_ends_the_users_sign_ins_and_is_in_the_history(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var user = await db.UserAsync(fpy, "fajar@fpy.example", Role.Viewer);

        (await db.Get<ChangeRole>().HandleAsync(fpy.Admin, user.Id, Role.Finance, default)).Ok.Should().BeTrue();

        var after = await db.UserAsync(user.Id);
        after.Role.Should().Be(Role.Finance);
        after.SecurityStamp.Should().NotBe(user.SecurityStamp);
        (await db.HistoryAsync(fpy)).Should().Contain("fajar@fpy.example is Finance instead of Viewer");
    }

    [Fact]
    public async Task The_same_role_again_ends_no_sign_in_and_is_no_line_of_the_history()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var user = await db.UserAsync(fpy, "fajar@fpy.example", Role.Viewer);
        var before = await db.HistoryAsync(fpy);

        (await db.Get<ChangeRole>().HandleAsync(fpy.Admin, user.Id, Role.Viewer, default)).Ok.Should().BeTrue();

        (await db.UserAsync(user.Id)).SecurityStamp.Should().Be(user.SecurityStamp);
        (await db.HistoryAsync(fpy)).Should().Equal(before);
    }

    [Fact]
    public async Task The_last_admin_is_not_demoted()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var last = await db.UserAsync(fpy, "ayu@fpy.example", Role.Admin);
        var gone = await db.UserAsync(fpy, "gone@fpy.example", Role.Admin);
        await db.UserAsync(await db.Given.MerchantAsync("T8V"), "agus@t8v.example", Role.Admin);
        await db.Get<LockUser>().HandleAsync(fpy.Admin, gone.Id, default);

        (await db.Get<ChangeRole>().HandleAsync(fpy.Admin, last.Id, Role.Finance, default)).Refusal!.Code.Should().Be("user.last-admin");
        (await db.Get<ChangeRole>().HandleAsync(fpy.Admin, last.Id, Role.Admin, default)).Ok.Should().BeTrue("that changes nothing");
        (await db.UserAsync(last.Id)).Role.Should().Be(Role.Admin);
    }

    [Fact]
    public async Task Another_merchants_user_is_not_found()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var user = await db.UserAsync(await db.Given.MerchantAsync("T8V"), "agus@t8v.example", Role.Finance);

        (await db.Get<ChangeRole>().HandleAsync(fpy.Admin, user.Id, Role.Admin, default)).Refusal!.Code.Should().Be("user.not-found");
        (await db.UserAsync(user.Id)).Role.Should().Be(Role.Finance);
    }
}
