using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Audit;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Settings;

/// <summary>Reads who changed the settings, the merchant or the users, refused attempts included.</summary>
public sealed class ReadSettingsHistory(IDbContextFactory<BillingDb> dbs)
{
    private const int Lines = 30;

    /// <summary>The newest 30 lines about one subject. Admin only: refuses <c>not-allowed</c>.</summary>
    public async Task<Outcome<IReadOnlyList<HistoryLine>>> HandleAsync(Actor actor, HistorySubject subject, CancellationToken stop)
    {
        if (actor.WhyNot(Role.Admin) is { } no)
        {
            return no;
        }

        await using var db = await dbs.CreateDbContextAsync(stop);
        return Outcome<IReadOnlyList<HistoryLine>>.With(
            await db.Set<HistoryEntry>().VisibleTo(actor).Where(h => h.Subject == subject).NewestAsync(Lines, stop));
    }
}
