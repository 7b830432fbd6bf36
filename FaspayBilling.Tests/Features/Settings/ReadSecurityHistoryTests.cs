using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Accounts.Sessions;
using FaspayBilling.Core.Accounts.SignIn;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.ApiAccess;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Core.Features.Settings;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.Settings;

public sealed class ReadSecurityHistoryTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Every_kind_has_its_lines_newest_first_and_nobody_sees_another_merchants(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await HappenAsync(db, fpy);
        var mine = await db.HistoryAsync(fpy);
        await HappenAsync(db, await db.Given.MerchantAsync("T8V"));

        var all = await ReadAsync(db, fpy, null);

        all.Select(l => l.Message.Sentence()).Reverse()
            .Should().Equal(mine.Where(s => !s.StartsWith("Cancelled", StringComparison.Ordinal)));
        (await ReadAsync(db, fpy, SecurityKind.SignIns)).Select(l => l.Message.Key)
            .Should().Equal("session.sign-out", "session.refuse:password", "session.open");
        (await ReadAsync(db, fpy, SecurityKind.Users)).Select(l => l.Message.Key).Should().Equal("user.change-role", "user.add");
        (await ReadAsync(db, fpy, SecurityKind.Settings)).Should().ContainSingle().Which.Message.Topic.Should().StartWith("settings.");
        (await ReadAsync(db, fpy, SecurityKind.ApiAccess)).Should().ContainSingle().Which.Refused.Should().BeFalse();
        (await ReadAsync(db, fpy, SecurityKind.Refused)).Select(l => l.Message.Key)
            .Should().Equal("invoice.cancel:refused", "session.refuse:password");
        all.Count(l => l.Refused).Should().Be(2);
    }

    [Fact]
    public async Task A_sign_in_has_its_address_and_browser_and_an_invoices_line_is_no_part_of_it()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        await HappenAsync(db, fpy);

        var lines = await ReadAsync(db, fpy, null);

        lines.Where(l => l.Message.Topic is "session.open" or "session.refuse" or "session.sign-out").Should().HaveCount(3)
            .And.OnlyContain(l => l.Address == UserData.Office.Address && l.Browser == UserData.Office.Browser);
        lines.Should().NotContain(l => l.Message.Key == "invoice.cancel");
        (await db.ReadAsync(d => d.Set<HistoryEntry>().CountAsync(h => h.Subject == HistorySubject.Invoice && !h.Security)))
            .Should().BePositive("an invoice was cancelled");
    }

    [Fact]
    public async Task A_page_holds_what_was_asked_for_and_a_page_past_the_end_is_the_last()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        for (var hours = 1; hours <= 12; hours++)
        {
            (await db.Get<SaveCancellationWindow>().HandleAsync(fpy.Admin, $"{hours}", hours - 1, default)).Ok.Should().BeTrue();
        }

        var page = (await db.Get<ReadSecurityHistory>().HandleAsync(fpy.Admin, new() { Page = 9, Size = 10 }, default)).Value;

        (page.Total, page.Number, page.Size, page.Rows.Count).Should().Be((12, 2, 10, 2));
    }

    [Theory]
    [InlineData(Role.Viewer)]
    [InlineData(Role.Finance)]
    public async Task Only_an_admin_reads_it(Role role)
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();

        (await db.Get<ReadSecurityHistory>().HandleAsync(fpy.Admin with { Role = role }, new(), default)).Refusal!.Code
            .Should().Be("not-allowed");
    }

    [Fact]
    public async Task Among_very_many_lines_only_those_of_security_are_looked_at()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        using var sql = SqlCommands.Watch();
        await ReadAsync(db, fpy, null);

        sql.Commands.Should().HaveCount(2);
        foreach (var command in sql.Commands.ToList())
        {
            var plan = string.Join('\n', await db.ReadAsync(async d =>
            {
                await d.Database.OpenConnectionAsync();
                return await command.AskAsync(d.Database.GetDbConnection(), "EXPLAIN QUERY PLAN", row => row.GetString(3));
            }));
            plan.Should().MatchRegex("IX_History_MerchantId_(Subject_)?Id ", "both hold only lines of security")
                .And.NotContain("TEMP B-TREE");
        }
    }

    // A user comes, signs in, fails and goes; a Viewer tries to cancel; an Admin changes things; an invoice is cancelled.
    private static async Task HappenAsync(TestDb db, GivenMerchant merchant)
    {
        var user = await db.UserAsync(merchant, $"vina@{merchant.Merchant.Code}.example", Role.Viewer);
        var who = await db.SignedInAsync(user);
        await db.Get<RecordSignIn>().HandleAsync(user, UserData.Office, default);
        var invoice = await merchant.InvoiceAsync(InvoiceStatus.Unpaid);
        (await db.Get<CancelInvoice>().HandleAsync(who, invoice.Number, default)).Refusal!.Code.Should().Be("not-allowed");
        await db.Get<CloseSession>().HandleAsync(who, who.SessionId!.Value, default);
        await db.Get<SaveCancellationWindow>().HandleAsync(merchant.Admin, "48", 0, default);
        await db.Get<MakeBillingCredential>().HandleAsync(merchant.Admin, default);
        await db.Get<ChangeRole>().HandleAsync(merchant.Admin, user.Id, Role.Finance, default);
        (await db.Get<CancelInvoice>().HandleAsync(merchant.Finance, invoice.Number, default)).Ok.Should().BeTrue();
    }

    private static async Task<IReadOnlyList<SecurityLine>> ReadAsync(TestDb db, GivenMerchant merchant, SecurityKind? kind) =>
        (await db.Get<ReadSecurityHistory>().HandleAsync(merchant.Admin, new() { Kind = kind }, default)).Value.Rows;
}
