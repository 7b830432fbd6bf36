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

namespace FaspayBilling.Core.Features.TaxNumbers;

/// <summary>
/// Warns that numbers run low, inside the transaction that changed their count: a crash cannot lose the mail, a rollback cannot send it.
/// </summary>
public sealed class ThresholdCheck(SiteSettings site)
{
    /// <summary>
    /// Counts the current Jakarta year's available numbers and writes the mails that the rule asks for (docs/rules.md 7).
    /// </summary>
    /// <param name="write">The open write; what it changed so far is saved first, so that the count is the new one.</param>
    /// <param name="saved">The setting itself was saved: mails at once while the count is at or below the limit.</param>
    public async Task RunAsync(WriteContext write, bool saved = false)
    {
        await write.SaveAsync();
        var threshold = await write.Db.Set<Threshold>().VisibleTo(write.Actor).SingleOrDefaultAsync(write.Stop);
        if (threshold is null)
        {
            return;
        }

        var year = JakartaCalendar.YearOf(write.Now);
        var state = await StateAsync(write, year);
        var available = await write.Db.Set<AvailableRun>()
            .VisibleTo(write.Actor)
            .Where(r => r.Year == year)
            .SumAsync(r => r.Last - r.First + 1, write.Stop);
        var decision = ThresholdRule.Decide(threshold, available, state.Notified, saved);
        if (!decision.Mails)
        {
            state.Notified = decision.After;
            return;
        }

        var addresses = (await write.Db.SettingsAsync(write.Actor, write.Stop)).NotificationAddresses;
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

    private static async Task<ThresholdState> StateAsync(WriteContext write, int year)
    {
        var state = await write.Db.Set<ThresholdState>().VisibleTo(write.Actor).SingleOrDefaultAsync(s => s.Year == year, write.Stop);
        if (state is null)
        {
            state = new ThresholdState { MerchantId = write.Actor.MerchantId, Year = year };
            write.Db.Add(state);
        }

        return state;
    }

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
}
