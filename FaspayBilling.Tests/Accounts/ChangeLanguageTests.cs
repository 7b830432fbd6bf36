using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Accounts;

public sealed class ChangeLanguageTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_users_own_language_is_kept_and_nobody_elses_changes(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var vina = await db.UserAsync(fpy, "vina@fpy.example", Role.Viewer);
        var fajar = await db.UserAsync(fpy, "fajar@fpy.example", Role.Finance);

        (await ChangeAsync(db, await db.SignedInAsync(vina))).Ok.Should().BeTrue();

        var after = await db.UserAsync(vina.Id);
        after.Language.Should().Be(Language.Indonesian);
        after.SecurityStamp.Should().Be(vina.SecurityStamp, "open pages go on");
        (await db.UserAsync(fajar.Id)).Language.Should().Be(Language.English);
    }

    [Fact]
    public async Task Who_is_no_user_of_the_merchant_is_not_found()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var other = await db.Given.MerchantAsync("T8V");
        var agus = await db.UserAsync(other, "agus@t8v.example", Role.Admin);

        (await ChangeAsync(db, fpy.Admin)).Refusal!.Code.Should().Be("user.not-found");
        (await ChangeAsync(db, (await db.SignedInAsync(agus)) with { MerchantId = fpy.Id })).Refusal!.Code.Should().Be("session.ended");
        (await db.UserAsync(agus.Id)).Language.Should().Be(Language.English);
    }

    private static Task<Outcome> ChangeAsync(TestDb db, Actor actor) =>
        db.Get<ChangeLanguage>().HandleAsync(actor, Language.Indonesian, default);
}
