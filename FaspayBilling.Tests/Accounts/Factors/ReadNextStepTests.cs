using FaspayBilling.Core.Accounts.Factors;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Accounts.Factors;

public sealed class ReadNextStepTests
{
    // What is asked of a user without an app, who has no passkey or has one. With an app it is its code, whatever the rule.
    private static readonly IReadOnlyList<(SecondFactorRule Rule, Role Role, NextStep Without, NextStep WithPasskey)> Steps =
    [
        (SecondFactorRule.Voluntary, Role.Viewer, NextStep.None, NextStep.None),
        (SecondFactorRule.Voluntary, Role.Finance, NextStep.None, NextStep.None),
        (SecondFactorRule.Voluntary, Role.Admin, NextStep.None, NextStep.None),
        (SecondFactorRule.Admins, Role.Viewer, NextStep.None, NextStep.None),
        (SecondFactorRule.Admins, Role.Finance, NextStep.None, NextStep.None),
        (SecondFactorRule.Admins, Role.Admin, NextStep.SetUp, NextStep.Passkey),
        (SecondFactorRule.Everybody, Role.Viewer, NextStep.SetUp, NextStep.Passkey),
        (SecondFactorRule.Everybody, Role.Finance, NextStep.SetUp, NextStep.Passkey),
        (SecondFactorRule.Everybody, Role.Admin, NextStep.SetUp, NextStep.Passkey),
    ];

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_asked_after_the_password_follows_from_rule_role_and_what_the_user_has(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var read = db.Get<ReadNextStep>();
        foreach (var role in Enum.GetValues<Role>())
        {
            var bare = await db.UserAsync(fpy, $"bare-{role}@fpy.example", role);
            var holder = await db.UserAsync(fpy, $"holder-{role}@fpy.example", role);
            await db.PasskeyAsync(holder, $"of {role}");
            foreach (var row in Steps.Where(s => s.Role == role))
            {
                await db.RuleAsync(fpy, row.Rule);
                foreach (var (user, step) in new[] { (bare, row.Without), (holder, row.WithPasskey) })
                {
                    user.TwoFactorEnabled = false;
                    (await read.HandleAsync(user, default)).Value.Should().Be(step, "{0} {1}", row.Rule, user.Email!);
                    user.TwoFactorEnabled = true;
                    (await read.HandleAsync(user, default)).Value.Should().Be(NextStep.Code, "{0} {1}", row.Rule, user.Email!);
                }
            }
        }

        Steps.Should().HaveCount(Enum.GetValues<SecondFactorRule>().Length * Enum.GetValues<Role>().Length);
    }

    [Fact]
    public async Task A_passkey_is_offered_to_who_has_one()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var vina = await db.UserAsync(fpy, "vina@fpy.example", Role.Viewer);
        var ada = await db.UserAsync(fpy, "ada@fpy.example", Role.Admin);
        await db.PasskeyAsync(ada);
        var read = db.Get<ReadNextStep>();

        (await read.HasPasskeyAsync(ada, default)).Should().BeTrue();
        (await read.HasPasskeyAsync(vina, default)).Should().BeFalse();
    }
}
