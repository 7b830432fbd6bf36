using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Accounts.Reset;
using FaspayBilling.Core.Accounts.SignIn;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;
using static FaspayBilling.Tests.Accounts.GivenLink;

namespace FaspayBilling.Tests.Accounts.Reset;

public sealed class RequestResetTests
{
    private const string Email = "vina@fpy.example";

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_forgot_the_password_gets_a_mail_with_a_link(Database database)
    {
        await using var db = await TestDb.MakeAsync(database, extra: new() { ["Site:Address"] = "https://billing.example" });
        var fpy = await db.Given.MerchantAsync();
        await db.UserAsync(fpy, Email, Role.Viewer);

        (await AskAsync(db, " VINA@fpy.example ")).Ok.Should().BeTrue();

        var mail = (await db.MailsAsync()).Should().ContainSingle().Subject;
        (mail.Kind, mail.To, mail.MerchantId).Should().Be((MailKind.Reset, Email, fpy.Id));
        mail.Text.Should().Contain(PersonalLinks.Place).And.Contain("16/11/2026 10:00 in Jakarta");
        mail.Html.Should().Contain(PersonalLinks.Place);
        (await db.Get<ResetPassword>().ReadAsync(db.SecretOf(mail), default)).Value.Should().Be(Email);
        var line = (await db.HistoryAsync())[^1];
        (line.What(), line.Address).Should().Be(("vina@fpy.example asked for a link to choose a new password", UserData.Office.Address));
    }

    [Theory]
    [InlineData(Language.English, "New password")]
    [InlineData(Language.Indonesian, "Kata sandi baru")]
    public async Task The_mail_is_in_the_users_language(Language language, string subject)
    {
        await using var db = await TestDb.MakeAsync();
        var user = await db.UserAsync(await db.Given.MerchantAsync(), Email, Role.Viewer);
        await db.ReadAsync(
            d => d.Set<User>().Where(u => u.Id == user.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.Language, language)));

        await AskAsync(db, Email);

        (await db.MailsAsync()).Should().ContainSingle().Which.Subject.Should().StartWith(subject);
    }

    [Fact]
    public async Task An_address_that_nobody_has_gets_the_same_answer_and_no_mail()
    {
        await using var db = await TestDb.MakeAsync();
        await db.UserAsync(await db.Given.MerchantAsync(), Email, Role.Viewer);
        var history = (await db.HistoryAsync()).Count;

        var unknown = await AskAsync(db, "nobody@fpy.example");
        var known = await AskAsync(db, Email);

        unknown.Should().BeEquivalentTo(known);
        (await db.MailsAsync()).Select(m => m.To).Should().Equal(Email);
        (await db.HistoryAsync()).Should().HaveCount(history + 1);
    }

    [Fact]
    public async Task A_locked_user_gets_the_same_answer_and_no_mail()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var user = await db.UserAsync(fpy, Email, Role.Viewer);
        await db.Get<LockUser>().HandleAsync(fpy.Admin, user.Id, default);

        (await AskAsync(db, Email)).Ok.Should().BeTrue();

        (await db.MailsAsync()).Should().BeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_fourth_time_gets_the_same_answer_and_no_mail_until_a_link_is_over(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        await db.UserAsync(await db.Given.MerchantAsync(), Email, Role.Viewer);
        for (var i = 0; i < 4; i++)
        {
            (await AskAsync(db, Email)).Ok.Should().BeTrue();
        }

        (await db.MailsAsync()).Should().HaveCount(3);
        db.Clock.Advance(PasswordReset.Lifetime);
        await AskAsync(db, Email);

        (await db.MailsAsync()).Should().HaveCount(4);
    }

    [Fact]
    public async Task A_network_that_asks_for_many_accounts_waits_with_the_same_answer()
    {
        await using var db = await TestDb.MakeAsync();
        await db.UserAsync(await db.Given.MerchantAsync(), Email, Role.Viewer);
        for (var i = 0; i < 20; i++)
        {
            await AskAsync(db, $"nobody{i}@fpy.example");
        }

        (await AskAsync(db, Email)).Ok.Should().BeTrue();
        (await db.MailsAsync()).Should().BeEmpty();
        db.Clock.Advance(AttemptGuard.FirstWait);
        await AskAsync(db, Email);

        (await db.MailsAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task Asking_again_ends_no_link_that_was_given_and_using_one_ends_all()
    {
        await using var db = await TestDb.MakeAsync();
        await db.UserAsync(await db.Given.MerchantAsync(), Email, Role.Viewer);
        await AskAsync(db, Email);
        await AskAsync(db, Email);
        var links = (await db.MailsAsync()).ConvertAll(m => db.SecretOf(m));

        (await db.Get<ResetPassword>().HandleAsync(links[0], "Another-2026", UserData.Office, default)).Ok.Should().BeTrue();

        (await db.Get<ResetPassword>().ReadAsync(links[1], default)).Refusal!.Code.Should().Be("user.link");
        (await db.MailsAsync()).Where(m => m.Kind == MailKind.Reset)
            .Should().HaveCount(2).And.OnlyContain(m => m.State == MailState.Withdrawn && m.PersonalLink == "");
    }

    [Fact]
    public async Task What_is_no_address_is_refused_and_none_is_kept_with_the_counts()
    {
        await using var db = await TestDb.MakeAsync();

        (await AskAsync(db, "nonsense")).Refusal.Should().BeEquivalentTo(new { Code = "user.email", Field = "Email" });
        await AskAsync(db, Email);

        (await db.ReadAsync(d => d.Set<AttemptCount>().Select(c => c.Key).ToListAsync()))
            .Should().HaveCount(2).And.OnlyContain(key => !key.Contains('@'));
    }

    private static Task<Outcome> AskAsync(TestDb db, string email) =>
        db.Get<RequestReset>().HandleAsync(email, UserData.Office.Address, UserData.Office, default);
}
