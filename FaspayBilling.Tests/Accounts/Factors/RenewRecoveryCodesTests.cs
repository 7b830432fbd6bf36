using FaspayBilling.Core.Accounts.Factors;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Accounts.Factors;

public sealed class RenewRecoveryCodesTests
{
    private const string Old = "ABCD-2345-EFGH";

    [Theory, OnSqlite, OnPostgres]
    public async Task Ten_new_ones_take_the_place_of_the_old_ones_and_sessions_go_on(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var user = await db.UserAsync(fpy, "vina@fpy.example", Role.Viewer);
        var ada = await db.UserAsync(fpy, "ada@fpy.example", Role.Admin);
        await db.AppAsync(user);
        await db.RecoveryCodeAsync(user, Old);
        await db.RecoveryCodeAsync(ada, Old);
        var (here, there) = (await db.ProvedAsync(user), await db.UnprovedAsync(user));

        var codes = (await RenewAsync(db, here)).Value;

        codes.Should().HaveCount(10).And.OnlyHaveUniqueItems();
        (await db.CountAsync<RecoveryCode>()).Should().Be(11, "nobody else's are replaced");
        (await db.CheckAsync(user, Old)).Refusal!.Code.Should().Be("user.code");
        (await db.CheckAsync(user, codes[9])).Value.Should().Be(SignInMethod.Recovery);
        (await db.HoldsAsync(here) && await db.HoldsAsync(there)).Should().BeTrue("no way in is another");
        (await db.HistoryAsync(fpy)).Should().Contain("vina@fpy.example made new recovery codes");
    }

    [Fact]
    public async Task Without_a_proof_the_old_ones_stay()
    {
        await using var db = await TestDb.MakeAsync();
        var user = await db.UserAsync(await db.Given.MerchantAsync(), "vina@fpy.example", Role.Viewer);
        await db.AppAsync(user);
        await db.RecoveryCodeAsync(user, Old);

        (await RenewAsync(db, await db.UnprovedAsync(user))).Refusal!.Code.Should().Be("session.prove");

        (await db.CheckAsync(user, Old)).Ok.Should().BeTrue();
    }

    [Fact]
    public async Task Who_has_no_app_has_no_use_for_them_and_who_is_no_user_is_not_found()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var user = await db.UserAsync(fpy, "vina@fpy.example", Role.Viewer);

        (await RenewAsync(db, await db.ProvedAsync(user))).Refusal!.Code.Should().Be("user.second-factor-none");
        (await RenewAsync(db, fpy.Viewer)).Refusal!.Code.Should().Be("user.not-found");

        (await db.CountAsync<RecoveryCode>()).Should().Be(0);
    }

    private static Task<Outcome<IReadOnlyList<string>>> RenewAsync(TestDb db, Actor actor) =>
        db.Get<RenewRecoveryCodes>().HandleAsync(actor, default);
}
