using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Accounts.Reset;
using FaspayBilling.Core.Accounts.Sessions;
using FaspayBilling.Core.Accounts.SignIn;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Accounts.Sessions;

public sealed class ForgetSessionsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Sessions_and_links_go_30_days_after_their_end_and_the_history_stays(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var user = await db.UserAsync(fpy, "vina@fpy.example", Role.Viewer);
        await db.OpenAsync(user);
        await db.Get<SendReset>().HandleAsync(fpy.Admin, user.Id, default);
        db.Clock.Advance(TimeSpan.FromDays(30));
        await db.OpenAsync(user);
        var history = await db.HistoryAsync(fpy);

        await db.Get<ForgetSessions>().HandleAsync(default);
        (await CountAsync<UserSession>(db)).Should().Be(2, "the first one's latest end is 23 days ago");
        (await CountAsync<PasswordReset>(db)).Should().Be(1, "its hour ended less than 30 days ago");
        db.Clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromMinutes(1));
        await db.Get<ForgetSessions>().HandleAsync(default);

        (await CountAsync<UserSession>(db)).Should().Be(1);
        (await CountAsync<PasswordReset>(db)).Should().Be(0);
        (await db.HistoryAsync(fpy)).Should().Equal(history);
    }

    [Fact]
    public async Task Counts_of_attempts_go_after_a_day()
    {
        await using var db = await TestDb.MakeAsync();
        await db.Get<AttemptGuard>().TakeAsync(new Attempt(Attempt.SignIn, "vina@fpy.example", "203.0.113.7", null), default);

        db.Clock.Advance(TimeSpan.FromHours(24));
        await db.Get<ForgetSessions>().HandleAsync(default);
        (await CountAsync<AttemptCount>(db)).Should().Be(2, "one of the account and one of the network");
        db.Clock.Advance(TimeSpan.FromMinutes(1));
        await db.Get<ForgetSessions>().HandleAsync(default);

        (await CountAsync<AttemptCount>(db)).Should().Be(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_mail_that_failed_keeps_its_link_no_longer_than_the_link_is_good(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await db.InviteAsync(fpy);
        await db.ReadAsync(d => d.Set<OutboxMail>().ExecuteUpdateAsync(set => set.SetProperty(m => m.State, MailState.Failed)));

        await db.Get<ForgetSessions>().HandleAsync(default);
        (await db.MailsAsync()).Should().ContainSingle().Which.PersonalLink.Should().NotBeEmpty();
        db.Clock.Advance(InviteUser.Lifetime + TimeSpan.FromMinutes(1));
        await db.Get<ForgetSessions>().HandleAsync(default);

        (await db.MailsAsync()).Should().ContainSingle().Which.PersonalLink.Should().BeEmpty();
    }

    [Fact]
    public async Task Among_very_many_mails_only_those_that_keep_a_link_are_looked_at()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var user = await db.UserAsync(fpy, "vina@fpy.example", Role.Viewer);
        using var sql = SqlCommands.Watch();
        await db.Get<ForgetSessions>().HandleAsync(default);
        await db.Get<LockUser>().HandleAsync(fpy.Admin, user.Id, default);

        var asked = sql.Commands.Where(c => c.Text.Contains("\"OutboxMails\"", StringComparison.Ordinal)).ToList();
        asked.Should().HaveCount(2);
        foreach (var command in asked)
        {
            var plan = string.Join('\n', await db.ReadAsync(async d =>
            {
                await d.Database.OpenConnectionAsync();
                return await command.AskAsync(d.Database.GetDbConnection(), "EXPLAIN QUERY PLAN", row => row.GetString(3));
            }));
            plan.Should().MatchRegex("IX_OutboxMails_(LinkUntil|MerchantId_To) ");
        }
    }

    private static Task<int> CountAsync<T>(TestDb db)
        where T : class => db.ReadAsync(d => d.Set<T>().CountAsync());
}
