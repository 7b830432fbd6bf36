using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Accounts.Reset;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Support.Data;
using static FaspayBilling.Tests.Accounts.GivenLink;

namespace FaspayBilling.Tests.Accounts.Reset;

public sealed class SendResetTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task An_admin_sends_a_user_a_link_and_it_is_in_the_history(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var user = await db.UserAsync(fpy, "vina@fpy.example", Role.Viewer);

        (await db.Get<SendReset>().HandleAsync(fpy.Admin, user.Id, default)).Ok.Should().BeTrue();

        var mail = (await db.MailsAsync()).Should().ContainSingle().Subject;
        (mail.Kind, mail.To).Should().Be((MailKind.Reset, "vina@fpy.example"));
        (await db.Get<ResetPassword>().ReadAsync(db.SecretOf(mail), default)).Value.Should().Be("vina@fpy.example");
        (await db.HistoryAsync(fpy)).Should().EndWith("Sent vina@fpy.example a link to choose a new password");
    }

    [Fact]
    public async Task A_locked_user_is_unlocked_first()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var user = await db.UserAsync(fpy, "vina@fpy.example", Role.Viewer);
        await db.Get<LockUser>().HandleAsync(fpy.Admin, user.Id, default);

        (await db.Get<SendReset>().HandleAsync(fpy.Admin, user.Id, default)).Refusal!.Code.Should().Be("user.locked");

        (await db.MailsAsync()).Should().BeEmpty();
        (await db.RefusedAsync()).Should().Equal("user.locked");
    }

    [Fact]
    public async Task Another_merchants_user_is_not_found_and_a_lower_role_may_not()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var other = await db.UserAsync(await db.Given.MerchantAsync("T8V"), "agus@t8v.example", Role.Finance);
        var user = await db.UserAsync(fpy, "vina@fpy.example", Role.Viewer);

        (await db.Get<SendReset>().HandleAsync(fpy.Admin, other.Id, default)).Refusal!.Code.Should().Be("user.not-found");
        (await db.Get<SendReset>().HandleAsync(fpy.Finance, user.Id, default)).Refusal!.Code.Should().Be("not-allowed");

        (await db.MailsAsync()).Should().BeEmpty();
    }
}
