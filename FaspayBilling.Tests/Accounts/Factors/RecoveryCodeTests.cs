using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Accounts.Factors;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;
using static FaspayBilling.Tests.Accounts.Factors.GivenFactors;

namespace FaspayBilling.Tests.Accounts.Factors;

/// <summary>Recovery codes from the day they are shown to the day they are used.</summary>
public sealed class RecoveryCodeTests
{
    private const string Code = "ABCD-2345-EFGH";

    [Theory, OnSqlite, OnPostgres]
    public async Task There_are_ten_and_each_stands_once_for_the_app(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var user = await db.UserAsync(fpy, "vina@fpy.example", Role.Viewer);
        var codes = await TurnOnAsync(db, user);

        codes.Should().HaveCount(10).And.OnlyHaveUniqueItems();
        codes.Should().AllSatisfy(code => code.Should().MatchRegex("^[A-HJ-NP-Z2-9]{4}(-[A-HJ-NP-Z2-9]{4}){2}$"));
        foreach (var code in codes)
        {
            (await db.CheckAsync(user, code)).Value.Should().Be(SignInMethod.Recovery);
            (await db.CheckAsync(user, code)).Refusal.Should().Be(UserRefusals.UserCodeWrong);
        }

        (await db.HistoryAsync(fpy)).Where(h => h.StartsWith("vina@fpy.example used a recovery code", StringComparison.Ordinal))
            .Should().HaveCount(10).And.EndWith("vina@fpy.example used a recovery code, 0 left");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task No_code_stands_anywhere_in_the_database_but_for_the_four_letters_that_find_it(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var user = await db.UserAsync(await db.Given.MerchantAsync(), "vina@fpy.example", Role.Viewer);

        var codes = await TurnOnAsync(db, user);

        var rows = await db.RowsAsync();
        rows.Where(r => r.Table == "RecoveryCodes").Should().HaveCount(10, "a look at nothing would find nothing");
        foreach (var code in codes)
        {
            var secret = code[5..];
            rows.Select(r => r.Text).Should()
                .NotContain(t => t.Contains(secret, StringComparison.OrdinalIgnoreCase))
                .And.NotContain(t => t.Contains(secret.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task Equal_codes_of_two_users_have_other_hashes()
    {
        await using var db = await TestDb.MakeAsync();
        var (vina, ada) = await TwoUsersAsync(db);
        await db.RecoveryCodeAsync(vina, Code);
        await db.RecoveryCodeAsync(ada, Code);

        (await db.ReadAsync(d => d.Set<RecoveryCode>().Select(c => c.Hash).ToListAsync()))
            .Should().HaveCount(2).And.OnlyHaveUniqueItems("each has a salt of its own");
    }

    [Theory]
    [InlineData("abcd-2345-efgh")]
    [InlineData("ABCD2345EFGH")]
    [InlineData(" abcd 2345 efgh ")]
    [InlineData("abcd–2345–efgh")]
    public async Task It_is_found_however_it_is_typed(string typed)
    {
        await using var db = await TestDb.MakeAsync();
        var (user, _) = await TwoUsersAsync(db);
        await db.RecoveryCodeAsync(user, Code);

        (await db.CheckAsync(user, typed)).Value.Should().Be(SignInMethod.Recovery);
    }

    [Theory]
    [InlineData("ABCD-2345-EFGJ")]
    [InlineData("ABCE-2345-EFGH")]
    [InlineData("ABCD-2345-EFG")]
    [InlineData("ABCD-2345-EFGHH")]
    public async Task One_letter_more_less_or_other_is_refused_and_leaves_the_code_good(string typed)
    {
        await using var db = await TestDb.MakeAsync();
        var (user, _) = await TwoUsersAsync(db);
        await db.RecoveryCodeAsync(user, Code);

        (await db.CheckAsync(user, typed)).Refusal!.Code.Should().Be("user.code");
        (await db.CheckAsync(user, Code)).Ok.Should().BeTrue();
    }

    [Fact]
    public async Task Another_users_code_is_refused_and_stays_its_owners()
    {
        await using var db = await TestDb.MakeAsync();
        var (vina, ada) = await TwoUsersAsync(db);
        await db.RecoveryCodeAsync(ada, Code);

        (await db.CheckAsync(vina, Code)).Refusal!.Code.Should().Be("user.code");
        (await db.CheckAsync(ada, Code)).Ok.Should().BeTrue();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_many_who_give_the_same_code_at_once_one_gets_in(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        await using var node = db.AnotherNode();
        var (user, _) = await TwoUsersAsync(db);
        await db.RecoveryCodeAsync(user, Code);

        var outcomes = await Together.RunAsync(
            new[] { db, node, db, node }.Select(d => (Func<Task<Outcome<SignInMethod>>>)(() => d.CheckAsync(user, Code))));

        outcomes.Should().ContainSingle(o => o.Ok);
        outcomes.Where(o => !o.Ok).Should().OnlyContain(o => o.Refusal!.Code == "user.code");
    }

    [Fact]
    public async Task Wrong_recovery_codes_wait_as_wrong_codes_of_the_app_do()
    {
        await using var db = await TestDb.MakeAsync();
        var (user, _) = await TwoUsersAsync(db);
        await db.RecoveryCodeAsync(user, Code);
        for (var i = 0; i < 5; i++)
        {
            await db.CheckAsync(user, "ZZZZ-2345-EFGH");
        }

        (await db.CheckAsync(user, Code)).Refusal.Should().Be(UserRefusals.UserCodeRests);
    }

    private static async Task<(User Vina, User Ada)> TwoUsersAsync(TestDb db)
    {
        var fpy = await db.Given.MerchantAsync();
        return (await db.UserAsync(fpy, "vina@fpy.example", Role.Viewer), await db.UserAsync(fpy, "ada@fpy.example", Role.Admin));
    }

    private static async Task<IReadOnlyList<string>> TurnOnAsync(TestDb db, User user)
    {
        var key = db.Get<AuthenticatorCodes>().NewKey();
        return (await db.Get<TurnOnSecondFactor>().HandleAsync(await db.ProvedAsync(user), key, CodeOf(key), default)).Value;
    }
}
