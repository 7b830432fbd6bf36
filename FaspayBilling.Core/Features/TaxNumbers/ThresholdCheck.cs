using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Configuration;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Core.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace FaspayBilling.Core.Features.TaxNumbers;

/// <summary>
/// Warns that numbers run low, inside the transaction that changed their count: a crash cannot lose the mail, a rollback cannot send it.
/// </summary>
public sealed class ThresholdCheck(SiteSettings site)
{
    /// <summary>
    /// Counts the current Jakarta year's available numbers and writes the mails that the rule asks for (docs/rules.md 7).
    /// </summary>
    /// <param name="write">The open write; what it changed so far need not be saved.</param>
    /// <param name="saved">The setting itself was saved: mails at once while the count is at or below the limit.</param>
    public async Task RunAsync(WriteContext write, bool saved = false)
    {
        if (saved)
        {
            await write.SaveAsync();
        }

        var year = JakartaCalendar.YearOf(write.Now);
        if (await write.Queries.Of(Find)(write.Db, write.Actor.MerchantId, year) is not { } found)
        {
            return;
        }

        var threshold = found.Threshold;
        var state = found.State ?? StateOf(write, year);
        var available = found.Available + Unsaved(write, year);
        var decision = ThresholdRule.Decide(threshold, available, state.Notified, saved);
        if (!decision.Mails)
        {
            state.Notified = decision.After;
            return;
        }

        var addresses = (await write.SettingsAsync()).NotificationAddresses;
        if (addresses.Count == 0)
        {
            // Not marked as notified: the next change tries again, so that numbers never run out unnoticed.
            state.Notified = ThresholdNotified.None;
            write.History(
                HistorySubject.Threshold, null, "threshold.tell:nobody", ("available", available), ("year", Value.Plain(year)));
            return;
        }

        state.Notified = decision.After;
        await AddMailsAsync(write, threshold.Limit, available, year, addresses);
    }

    // One that an earlier check of this write added is not in the database yet.
    private static ThresholdState StateOf(WriteContext write, int year) =>
        write.Db.ChangeTracker.Entries<ThresholdState>().Select(e => e.Entity)
            .FirstOrDefault(s => s.Year == year && s.MerchantId == write.Actor.MerchantId)
        ?? write.Db.Add(new ThresholdState { MerchantId = write.Actor.MerchantId, Year = year }).Entity;

    // By how much this write changed the count since it last saved.
    private static long Unsaved(WriteContext write, int year) =>
        write.Db.ChangeTracker.Entries<AvailableRun>().Where(e => e.Entity.Year == year && e.Entity.MerchantId == write.Actor.MerchantId)
            .Sum(e => e.State switch
            {
                EntityState.Added => e.Entity.Count,
                EntityState.Deleted => -Stored(e),
                EntityState.Modified => e.Entity.Count - Stored(e),
                _ => 0,
            });

    private static long Stored(EntityEntry<AvailableRun> run) =>
        run.Property(r => r.Last).OriginalValue - run.Property(r => r.First).OriginalValue + 1;

    private static Func<BillingDb, long, int, Task<Found?>> Find() => EF.CompileAsyncQuery(
        (BillingDb db, long merchant, int year) =>
            (from t in db.Set<Threshold>()
             where t.MerchantId == merchant
             join s in db.Set<ThresholdState>().Where(s => s.Year == year) on t.MerchantId equals s.MerchantId into states
             from s in states.DefaultIfEmpty()
             select new Found(
                 t,
                 s,
                 db.Set<NumberCount>().Where(c => c.MerchantId == merchant && c.Year == year).Select(c => c.Available).FirstOrDefault()))
            .SingleOrDefault());

    private async Task AddMailsAsync(WriteContext write, int limit, long available, int year, IReadOnlyList<string> addresses)
    {
        var merchant = await write.Db.Set<Merchant>()
            .Where(m => m.Id == write.Actor.MerchantId)
            .Select(m => new { m.Name, m.Language })
            .SingleAsync(write.Stop);
        var readers = await write.Db.LanguagesAsync(write.Actor, write.Stop);
        foreach (var address in addresses)
        {
            var language = readers.GetValueOrDefault(EmailAddress.Normalized(address), merchant.Language);
            var notice = new ThresholdMail(merchant.Name, limit, available, year, $"{site.Address}/e-faktur/numbers", language);
            write.Db.Add(new OutboxMail
            {
                MerchantId = write.Actor.MerchantId,
                Kind = MailKind.Threshold,
                To = address,
                Subject = notice.Subject,
                Text = notice.Text,
                Html = notice.Html,
                MessageId = OutboxMail.NewMessageId(site.Address),
                CreatedAt = write.Now,
                NextTryAt = write.Now,
            });
        }

        write.History(
            HistorySubject.Threshold,
            null,
            "threshold.tell",
            ("available", available),
            ("year", Value.Plain(year)),
            ("addresses", Value.List(addresses.Select(a => (Value)a))));
        write.MarkChanged(HistorySubject.Mail);
    }

    private sealed record Found(Threshold Threshold, ThresholdState? State, long Available);
}
