using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Accounts;

public sealed class ChangeNameTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_users_own_name_is_changed_and_the_history_keeps_the_old_one(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var vina = await db.UserAsync(fpy, "vina@fpy.example", Role.Viewer);
        var ada = await db.UserAsync(fpy, "ada@fpy.example", Role.Admin);

        (await ChangeAsync(db, await db.SignedInAsync(vina), " Vina \t Wijaya ")).Ok.Should().BeTrue();

        var after = await db.UserAsync(vina.Id);
        after.Name.Should().Be("Vina Wijaya");
        after.SecurityStamp.Should().Be(vina.SecurityStamp, "open pages go on");
        (await db.UserAsync(ada.Id)).Name.Should().Be("ada");
        var line = (await db.HistoryAsync())[^1];
        (line.What(), line.Who).Should().Be(("vina@fpy.example is called Vina Wijaya now, vina before", "vina"));
    }

    [Fact]
    public async Task The_same_name_again_is_no_history()
    {
        await using var db = await TestDb.MakeAsync();
        var vina = await db.UserAsync(await db.Given.MerchantAsync(), "vina@fpy.example", Role.Viewer);
        var actor = await db.SignedInAsync(vina);
        var before = (await db.HistoryAsync()).Count;

        (await ChangeAsync(db, actor, " vina ")).Ok.Should().BeTrue();

        (await db.HistoryAsync()).Should().HaveCount(before);
    }

    [Fact]
    public async Task A_name_has_1_to_100_characters()
    {
        await using var db = await TestDb.MakeAsync();
        var vina = await db.UserAsync(await db.Given.MerchantAsync(), "vina@fpy.example", Role.Viewer);
        var actor = await db.SignedInAsync(vina);

        foreach (var name in new[] { "", " \u200b ", new string('x', 101) })
        {
            (await ChangeAsync(db, actor, name)).Refusal.Should().BeEquivalentTo(new { Code = "user.name", Field = "Name" });
        }

        (await db.UserAsync(vina.Id)).Name.Should().Be("vina");
        (await ChangeAsync(db, actor, new string('x', 100))).Ok.Should().BeTrue();
    }

    [Fact]
    public async Task Who_is_no_user_of_the_merchant_is_not_found()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();

        (await ChangeAsync(db, fpy.Viewer, "Vina")).Refusal!.Code.Should().Be("user.not-found");
    }

    private static Task<Outcome> ChangeAsync(TestDb db, Actor actor, string name) =>
        db.Get<ChangeName>().HandleAsync(actor, name, default);
}
