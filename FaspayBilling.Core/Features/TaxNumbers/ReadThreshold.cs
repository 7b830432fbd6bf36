using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Outbox.Mail;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.TaxNumbers;

/// <summary>Reads the threshold setting and how the current year stands against it.</summary>
public sealed class ReadThreshold(IDbContextFactory<BillingDb> dbs, TimeProvider clock)
{
    /// <summary>Refuses <c>module.off</c>.</summary>
    public async Task<Outcome<ThresholdView>> HandleAsync(Actor actor, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var settings = await db.SettingsAsync(actor, stop);
        if (!settings.EFakturModule)
        {
            return Refusals.ModuleOff;
        }

        var year = JakartaCalendar.YearOf(clock.Now());
        var threshold = await db.Set<Threshold>().AsNoTracking().VisibleTo(actor).SingleOrDefaultAsync(stop);
        var available = await db.Set<NumberCount>().VisibleTo(actor).Where(c => c.Year == year)
            .Select(c => c.Available).SingleOrDefaultAsync(stop);
        var notified = await db.Set<ThresholdState>().VisibleTo(actor).Where(s => s.Year == year)
            .Select(s => s.Notified).SingleOrDefaultAsync(stop);
        var mail = notified == ThresholdNotified.None
            ? null
            : await db.Set<OutboxMail>().VisibleTo(actor).Where(m => m.Kind == MailKind.Threshold)
                .OrderByDescending(m => m.CreatedAt)
                .ThenByDescending(m => m.Id)
                .Select(m => new ThresholdMailState(m.State, m.SentAt)).FirstOrDefaultAsync(stop);
        return new ThresholdView(
            threshold?.Limit ?? 0, threshold?.Active ?? false, threshold?.Version ?? 0, year, available, settings.NotificationAddresses)
        {
            Notified = notified, LastMail = mail,
        };
    }
}

/// <summary>The setting and the count it is held against.</summary>
/// <param name="Limit">Threshold Limit.</param>
/// <param name="Active">True when mails go out.</param>
/// <param name="Version">For saving: a stale one is refused.</param>
/// <param name="Year">The current Jakarta year.</param>
/// <param name="Available">Its available numbers.</param>
/// <param name="Addresses">Who is told; empty when nobody is.</param>
public sealed record ThresholdView(int Limit, bool Active, int Version, int Year, long Available, IReadOnlyList<string> Addresses)
{
    /// <summary>What the merchant was last told about this year's numbers.</summary>
    public ThresholdNotified Notified { get; init; }

    /// <summary>The newest mail about it; null when none was written, or it is no longer kept.</summary>
    public ThresholdMailState? LastMail { get; init; }

    /// <summary>The number of available numbers is at the limit or below while the threshold is active.</summary>
    public bool Reached => Active && Available <= Limit;

    /// <summary>From which count on numbers are few: the limit, and without an active one at least a tenth of the year's numbers.</summary>
    public long FewAt(long total) => Active ? Limit : Math.Max(Limit, total / 10);
}

/// <summary>How far the newest mail about few numbers came.</summary>
public sealed record ThresholdMailState(MailState State, DateTime? SentAt);
