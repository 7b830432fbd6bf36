using System.Diagnostics;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Faults;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Mail;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Long;

/// <summary>Many mails of several merchants behind a mail server that hangs and comes back. FASPAY_LONG_MAILS says how many.</summary>
public sealed class MailBacklogTests
{
    private const string Form = "Mails behind a server that hung for three minutes";
    private const int Merchants = 5;
    private const int Piece = 500;
    private static readonly TimeSpan Hung = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Urgent = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Patience = TimeSpan.FromHours(2);

    [LongFact(LongSettings.Mails)]
    public async Task An_urgent_mail_leaves_within_two_minutes_of_the_servers_return_and_all_leave_once()
    {
        var count = (int)LongSettings.NumberOf(LongSettings.Mails);
        await using var server = new TestMailServer { OffersTls = false, OffersAuth = null };
        var settings = server.Settings;

        // As it is set in production.
        settings["Mail:TimeoutSeconds"] = null;
        await using var ground = await FaultGround.MakeAsync(settings);
        server.HangAt("MAIL");
        await FillAsync(ground.Db, ground.Merchant, count);
        await Until.TrueAsync(
            async () => (await WaitingAsync(ground.Db)).Tried > 0, "the first mail that the server kept waiting", TimeSpan.FromMinutes(2));
        await Task.Delay(Hung);
        ground.Db.Clock.SetUtcNow(TimeProvider.System.GetUtcNow());
        var during = await ground.Merchant.MailAsync(to: "during@faspay.example", kind: MailKind.Reset);
        LongFigures.Note(Form, "mails", $"{count:N0} of {Merchants} merchants");
        LongFigures.Note(Form, "attempts while it hung", $"{(await WaitingAsync(ground.Db)).Attempts:N0}");

        server.Recover();
        var back = Stopwatch.GetTimestamp();
        var after = await ground.Merchant.MailAsync(to: "after@faspay.example", kind: MailKind.Reset);
        await LeavesAsync(server, during);
        await LeavesAsync(server, after);
        var urgent = Stopwatch.GetElapsedTime(back);
        LongFigures.Note(Form, "urgent mails left after its return", $"{urgent.TotalSeconds:N0} s");
        await Until.TrueAsync(async () => (await WaitingAsync(ground.Db)).Mails == 0, "the end of the backlog", Patience);
        var all = Stopwatch.GetElapsedTime(back);
        LongFigures.Note(Form, "all left after its return", $"{all.TotalSeconds:N0} s, {count / all.TotalSeconds:N0} a second");
        var left = server.Received.Select(m => m.MessageId).ToList();
        LongFigures.Note(Form, "left twice", $"{left.Count - left.Distinct().Count():N0}");

        urgent.Should().BeLessThan(Urgent);
        left.Should().HaveCount(count + 2).And.OnlyHaveUniqueItems();
        (await ground.Db.ReadAsync(d => d.Set<OutboxMail>().CountAsync(m => m.State != MailState.Sent))).Should().Be(0);
    }

    private static async Task FillAsync(TestDb db, GivenMerchant first, int count)
    {
        List<long> merchants = [first.Id];
        for (var i = 1; i < Merchants; i++)
        {
            merchants.Add((await db.Given.MerchantAsync($"M{i:D2}")).Id);
        }

        foreach (var piece in Enumerable.Range(0, count).Chunk(Piece))
        {
            await using var rows = await db.Dbs.CreateDbContextAsync();
            rows.AddRange(piece.Select(i => new OutboxMail
            {
                MerchantId = merchants[i % Merchants],
                Kind = MailKind.Threshold,
                To = $"tax{i}@merchant.example",
                Subject = "4 E-Faktur No left for 2026",
                Text = "Only 4 left.",
                Html = "<p>Only 4 left.</p>",
                MessageId = OutboxMail.NewMessageId("http://faspay.example"),
                CreatedAt = db.Clock.Now(),
                NextTryAt = db.Clock.Now(),
            }));
            await rows.SaveChangesAsync();
        }
    }

    private static Task LeavesAsync(TestMailServer server, OutboxMail mail) => Until.TrueAsync(
        () => Task.FromResult(server.Received.Any(m => m.MessageId == mail.MessageId)), $"{mail.To} leaving", TimeSpan.FromMinutes(30));

    private static Task<(int Mails, int Tried, int Attempts)> WaitingAsync(TestDb db) => db.ReadAsync(async d =>
    {
        var waiting = d.Set<OutboxMail>().Where(m => m.State == MailState.Waiting);
        return (
            await waiting.CountAsync(),
            await waiting.CountAsync(m => m.LastError != null),
            await waiting.SumAsync(m => m.Attempts));
    });
}
