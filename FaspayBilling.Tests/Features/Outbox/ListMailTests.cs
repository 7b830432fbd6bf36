using FaspayBilling.Core.Features.Outbox;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Outbox;

public sealed class ListMailTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_newest_mail_comes_first_and_the_count_is_whole(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        for (var i = 1; i <= 12; i++) await fpy.MailAsync(subject: $"Mail {i}");

        var page = await ListAsync(db, fpy, new() { Size = 10 });

        page.Total.Should().Be(12);
        page.Rows.Should().HaveCount(10);
        page.Rows[0].Subject.Should().Be("Mail 12");
    }

    [Fact]
    public async Task A_page_is_read_in_two_commands()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        await fpy.MailAsync();
        using var sql = SqlCommands.Watch();

        await ListAsync(db, fpy, new());

        sql.Sent.Should().HaveCount(2);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_state_shows_only_its_mails(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await fpy.MailAsync(MailState.Sent, to: "sent@merchant.example");
        await fpy.MailAsync(MailState.Failed, to: "failed@merchant.example");

        var page = await ListAsync(db, fpy, new() { State = MailState.Failed });

        page.Rows.Should().ContainSingle().Which.To.Should().Be("failed@merchant.example");
        page.Total.Should().Be(1);
    }

    [Fact]
    public async Task Only_a_waiting_mail_has_a_next_try()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        await fpy.MailAsync(MailState.Waiting);
        await fpy.MailAsync(MailState.Failed);

        var page = await ListAsync(db, fpy, new());

        page.Rows.Single(r => r.State == MailState.Waiting).NextTryAt.Should().NotBeNull();
        page.Rows.Single(r => r.State == MailState.Failed).NextTryAt.Should().BeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Another_merchants_mail_does_not_show(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync("FPY");
        await (await db.Given.MerchantAsync("OTH")).MailAsync();

        (await ListAsync(db, fpy, new())).Total.Should().Be(0);
    }

    private static Task<Core.Domain.Shared.Page<MailRow>> ListAsync(TestDb db, GivenMerchant merchant, MailQuery query) =>
        db.Get<ListMail>().HandleAsync(merchant.Viewer, query, CancellationToken.None);
}
