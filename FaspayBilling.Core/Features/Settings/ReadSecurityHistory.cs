using FaspayBilling.Core.Accounts.SignIn;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Data.Paging;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Settings;

/// <summary>
/// Reads who signed in, who changed users, secrets and settings, and who tried what was not allowed; the newest first, in two commands.
/// </summary>
public sealed class ReadSecurityHistory(IDbContextFactory<BillingDb> dbs)
{
    /// <summary>A page past the end answers the last one. Admin only: refuses <c>not-allowed</c>.</summary>
    public async Task<Outcome<Page<SecurityLine>>> HandleAsync(Actor actor, SecurityQuery query, CancellationToken stop)
    {
        if (actor.WhyNot(Role.Admin) is { } no)
        {
            return no;
        }

        await using var db = await dbs.CreateDbContextAsync(stop);
        var found = Of(db.Set<HistoryEntry>().VisibleTo(actor).Where(h => h.Security), query.Kind);
        var page = CountedPage.Of(await found.CountUpAsync(stop), query.Page, query.Size);
        var rows = await found.OrderByDescending(h => h.Id)
            .At(page)
            .Select(h => new SecurityLine(
                h.Id,
                h.At,
                h.Who,
                new Message(h.Action, h.Arguments),
                h.Address,
                h.Browser,
                h.RefusalCode != null || RecordSignIn.Refused.Contains(h.Action)))
            .ToListAsync(stop);
        return page.With<SecurityLine>(rows);
    }

    private static IQueryable<HistoryEntry> Of(IQueryable<HistoryEntry> lines, SecurityKind? kind) =>
        kind is { } part ? Of(lines, part) : lines;

    private static IQueryable<HistoryEntry> Of(IQueryable<HistoryEntry> lines, SecurityKind kind) => kind switch
    {
        SecurityKind.SignIns => lines.Where(h => h.Subject == HistorySubject.Session),
        SecurityKind.Users => lines.Where(h => h.Subject == HistorySubject.User),
        SecurityKind.Settings => lines.Where(h => h.Subject == HistorySubject.BillingSettings
            || h.Subject == HistorySubject.Merchant
            || h.Subject == HistorySubject.Threshold),
        SecurityKind.ApiAccess => lines.Where(h => h.Subject == HistorySubject.ApiAccess),
        SecurityKind.Refused => lines.Where(
            h => h.RefusalCode != null || RecordSignIn.Refused.Contains(h.Action)),
    };
}

/// <summary>One line of the security history.</summary>
/// <param name="Id">Key.</param>
/// <param name="At">Instant (UTC).</param>
/// <param name="Who">Who did it or, at a refused sign-in, whose password was asked.</param>
/// <param name="Message">What happened.</param>
/// <param name="Address">The client's network address; null for what the product did, or a system over an API.</param>
/// <param name="Browser">The browser's short name; null likewise, empty where it is not known.</param>
/// <param name="Refused">True for what was refused.</param>
public sealed record SecurityLine(long Id, DateTime At, string Who, Message Message, string? Address, string? Browser, bool Refused);
