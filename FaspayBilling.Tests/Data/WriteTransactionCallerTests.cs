using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Accounts.Sessions;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices.Payments;
using FaspayBilling.Core.Features.Invoices.TaxNumbers;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Data;

/// <summary>Every write looks its user up under the lock: what a page knew when it was opened counts no more.</summary>
public sealed class WriteTransactionCallerTests
{
    private const string Number = "000-26.00000001";

    private static readonly PaymentInput Part = new(110_000m, new(2026, 11, 16), "Cash", "");

    // What happens to somebody with an open page, and as whom that page then acts.
    private static readonly IReadOnlyList<(string What, Func<TestDb, GivenMerchant, Actor, Task<Actor>> DoAsync)> Losses =
    [
        ("its session was ended", async (db, _, who) =>
        {
            (await db.Get<CloseSession>().HandleAsync(who, who.SessionId!.Value, default)).Ok.Should().BeTrue();
            return who;
        }),
        ("it was locked", async (db, fpy, who) =>
        {
            (await db.Get<LockUser>().HandleAsync(fpy.Admin, who.UserId!.Value, default)).Ok.Should().BeTrue();
            return who;
        }),
        ("it was removed", async (db, _, who) =>
        {
            await db.ReadAsync(d => d.Set<User>().Where(u => u.Id == who.UserId).ExecuteDeleteAsync());
            return who;
        }),
        ("it was demoted", async (db, fpy, who) =>
        {
            (await db.Get<ChangeRole>().HandleAsync(fpy.Admin, who.UserId!.Value, Role.Viewer, default)).Ok.Should().BeTrue();
            return who;
        }),
        ("its role is another, although its session holds", (_, _, who) => Task.FromResult(who with { Role = Role.Admin })),
        ("it is of another merchant", async (db, _, who) => who with { MerchantId = (await db.Given.MerchantAsync("T8V")).Id }),
        ("it has no session", (_, _, who) => Task.FromResult(who with { SessionId = null })),
        ("the session is another user's", async (db, fpy, who) =>
            who with { SessionId = (await db.OpenAsync(await db.UserAsync(fpy, "other@fpy.example", Role.Finance))).Id }),
        ("its seven days are over", (db, _, who) =>
        {
            db.Clock.Advance(UserSession.Longest);
            return Task.FromResult(who);
        }),
    ];

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_may_write_no_more_is_refused_at_the_next_write_on_every_node_and_nothing_changes(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        await using var node = db.AnotherNode();
        var fpy = await db.Given.MerchantAsync();
        foreach (var (loss, index) in Losses.Select((l, i) => (l, i)))
        {
            var invoice = await fpy.InvoiceAsync(InvoiceStatus.Unpaid, price: 1_000_000m);
            var who = await db.SignedInAsync(await db.UserAsync(fpy, $"fajar{index}@fpy.example", Role.Finance));
            (await PayAsync(db, who, invoice)).Ok.Should().BeTrue("nothing has happened yet");

            var actor = await loss.DoAsync(db, fpy, who);

            foreach (var there in new[] { db, node })
            {
                (await PayAsync(there, actor, invoice)).Refusal!.Code.Should().Be("session.ended", loss.What);
                var line = (await db.HistoryAsync())[^1];
                (line.RefusalCode, line.MerchantId, line.UserId, line.Subject)
                    .Should().Be(("session.ended", actor.MerchantId, actor.UserId, HistorySubject.Invoice), loss.What);
            }

            (await db.StoredAsync(invoice)).Payments.Should().ContainSingle(loss.What);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_number_stays_held_when_a_locked_user_cancels_it(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await fpy.AvailableNumbersAsync(2026, 5, Number);
        var invoice = await fpy.InvoiceAsync(InvoiceStatus.Cancelled, taxNumber: Number);
        var who = await db.SignedInAsync(await db.UserAsync(fpy, "fajar@fpy.example", Role.Finance));
        await db.Get<LockUser>().HandleAsync(fpy.Admin, who.UserId!.Value, default);

        var refused = await db.Get<CancelTaxNumber>().HandleAsync(who, invoice.Number, neverApproved: false, default);

        refused.Refusal!.Code.Should().Be("session.ended");
        (await db.TaxNumberAsync(invoice)).Should().Be(Number);
        (await fpy.AvailableAsync(2026)).Should().Be(4);
        (await db.RefusedAsync()).Should().Equal("session.ended");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_is_no_user_is_not_asked_for_a_session(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var invoice = await fpy.InvoiceAsync(InvoiceStatus.Unpaid, price: 1_000_000m);

        (await PayAsync(db, Actor.System(fpy.Id), invoice)).Ok.Should().BeTrue();
        (await PayAsync(db, new Actor(fpy.Id, null, "client ERP", Role.Finance), invoice)).Ok.Should().BeTrue();
    }

    [Fact]
    public async Task Address_and_browser_are_kept_with_what_is_of_security_and_with_nothing_else()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var invoice = await fpy.InvoiceAsync(InvoiceStatus.Unpaid, price: 1_000_000m);
        var finance = await db.SignedInAsync(await db.UserAsync(fpy, "fajar@fpy.example", Role.Finance));
        var viewer = await db.SignedInAsync(await db.UserAsync(fpy, "vina@fpy.example", Role.Viewer));

        await PayAsync(db, finance, invoice);
        await PayAsync(db, finance, invoice, Part with { Amount = 900_000_000m });
        await PayAsync(db, viewer, invoice);

        var lines = (await db.HistoryAsync()).Where(h => h.Subject == HistorySubject.Invoice).ToList();
        lines.Where(h => h.RefusalCode != "not-allowed").Should().NotBeEmpty()
            .And.OnlyContain(h => h.Address == null && h.Browser == null && !h.Security);
        var refused = lines.Should().ContainSingle(h => h.RefusalCode == "not-allowed").Subject;
        (refused.Address, refused.Browser, refused.Security).Should().Be((UserData.Office.Address, UserData.Office.Browser, true));
    }

    private static Task<Outcome> PayAsync(TestDb db, Actor who, Invoice invoice, PaymentInput? input = null) =>
        db.Get<RecordPayment>().HandleAsync(who, invoice.Number, input ?? Part, default);
}
