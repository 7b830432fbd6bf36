using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Accounts.Factors;
using FaspayBilling.Core.Accounts.SignIn;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;
using static FaspayBilling.Tests.Accounts.Factors.GivenFactors;

namespace FaspayBilling.Tests.Accounts.Factors;

/// <summary>Codes of the authenticator app; recovery codes have RecoveryCodeTests.</summary>
public sealed class CheckSecondFactorTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task What_the_app_shows_is_right_and_is_taken_once(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var (user, key) = await WithAppAsync(db);
        var (first, second) = (CodeOf(key), CodeOf(key, later: 1));

        (await db.CheckAsync(user, first)).Value.Should().Be(SignInMethod.Code);
        (await db.CheckAsync(user, first)).Refusal.Should().Be(UserRefusals.UserCodeWrong);
        (await db.CheckAsync(user, second)).Value.Should().Be(SignInMethod.Code);
        (await db.CheckAsync(user, first)).Refusal!.Code.Should().Be("user.code", "one that came later does not make it good again");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_many_who_give_the_same_code_at_once_one_gets_in(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        await using var node = db.AnotherNode();
        var (user, key) = await WithAppAsync(db);
        var code = CodeOf(key);

        var outcomes = await Together.RunAsync(
            new[] { db, node, db, node }.Select(d => (Func<Task<Outcome<SignInMethod>>>)(() => d.CheckAsync(user, code))));

        outcomes.Should().ContainSingle(o => o.Ok);
        outcomes.Where(o => !o.Ok).Should().OnlyContain(o => o.Refusal!.Code == "user.code");
    }

    [Fact]
    public async Task Blanks_between_the_digits_do_no_harm_and_make_no_other_code()
    {
        await using var db = await TestDb.MakeAsync();
        var (user, key) = await WithAppAsync(db);
        var code = CodeOf(key);

        (await db.CheckAsync(user, $" {code[..3]} {code[3..]}\t")).Ok.Should().BeTrue();
        (await db.CheckAsync(user, code)).Refusal!.Code.Should().Be("user.code");
    }

    [Theory]
    [InlineData("0CODE")]
    [InlineData("+CODE")]
    [InlineData("00CODE")]
    public async Task A_code_is_six_digits_and_a_used_one_is_not_taken_as_another_number(string form)
    {
        await using var db = await TestDb.MakeAsync();
        var (user, key) = await WithAppAsync(db);
        var code = CodeOf(key);
        (await db.CheckAsync(user, code)).Ok.Should().BeTrue();

        (await db.CheckAsync(user, form.Replace("CODE", code, StringComparison.Ordinal))).Refusal.Should().Be(UserRefusals.UserCodeWrong);
    }

    [Fact]
    public async Task The_code_of_another_user_and_a_wrong_one_are_refused_and_recorded()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var vina = await db.UserAsync(fpy, "vina@fpy.example", Role.Viewer);
        var ada = await db.UserAsync(fpy, "ada@fpy.example", Role.Admin);
        var (key, others) = (await db.AppAsync(vina), await db.AppAsync(ada));

        (await db.CheckAsync(vina, CodeOf(others))).Refusal.Should().Be(UserRefusals.UserCodeWrong);
        (await db.CheckAsync(vina, WrongCodeOf(key))).Refusal.Should().Be(UserRefusals.UserCodeWrong);

        (await db.CheckAsync(ada, CodeOf(others))).Ok.Should().BeTrue("nobody used it up for its owner");
        var lines = (await db.HistoryAsync()).Where(h => h.Action == "session.refuse:code").ToList();
        lines.Should().HaveCount(2).And.OnlyContain(h => h.SubjectId == vina.Id && h.Address == UserData.Office.Address && h.Security);
    }

    [Theory]
    [InlineData("")]
    [InlineData("000000")]
    [InlineData("ABCD-2345-EFGH")]
    public async Task Who_has_no_app_has_no_right_code(string typed)
    {
        await using var db = await TestDb.MakeAsync();
        var user = await db.UserAsync(await db.Given.MerchantAsync(), "vina@fpy.example", Role.Viewer);

        (await db.CheckAsync(user, typed)).Refusal.Should().Be(UserRefusals.UserCodeWrong);
    }

    [Fact]
    public async Task After_five_wrong_codes_a_right_one_waits_too_and_stays_good()
    {
        await using var db = await TestDb.MakeAsync();
        var (user, key) = await WithAppAsync(db);
        for (var i = 0; i < 5; i++)
        {
            (await db.CheckAsync(user, WrongCodeOf(key))).Refusal.Should().Be(UserRefusals.UserCodeWrong);
        }

        var code = CodeOf(key, later: 1);
        (await db.CheckAsync(user, code)).Refusal.Should().Be(UserRefusals.UserCodeRests);
        db.Clock.Advance(AttemptGuard.FirstWait - TimeSpan.FromSeconds(1));
        (await db.CheckAsync(user, code)).Refusal.Should().Be(UserRefusals.UserCodeRests);
        db.Clock.Advance(TimeSpan.FromSeconds(1));

        (await db.CheckAsync(user, code)).Ok.Should().BeTrue();
    }

    [Fact]
    public async Task A_right_code_forgives_the_wrong_ones_before_it()
    {
        await using var db = await TestDb.MakeAsync();
        var (user, key) = await WithAppAsync(db);
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 4; i++)
            {
                await db.CheckAsync(user, WrongCodeOf(key));
            }

            (await db.CheckAsync(user, CodeOf(key, later: round))).Ok.Should().BeTrue("round {0}", round);
        }
    }

    private static async Task<(User User, string Key)> WithAppAsync(TestDb db)
    {
        var user = await db.UserAsync(await db.Given.MerchantAsync(), "vina@fpy.example", Role.Viewer);
        return (user, await db.AppAsync(user));
    }
}
