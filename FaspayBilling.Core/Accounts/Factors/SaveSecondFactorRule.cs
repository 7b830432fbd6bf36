using FaspayBilling.Core.Accounts.Sessions;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Accounts.Factors;

/// <summary>
/// Says which users of the merchant need a second factor. Those who need one and have none set it up when they sign in again.
/// </summary>
public sealed class SaveSecondFactorRule(WriteTransaction writes)
{
    private const string Action = "merchant.second-factor";

    /// <summary>
    /// Ends the sessions of users who need a factor now and have none. Refuses <c>session.prove</c>, <c>not-allowed</c>, and
    /// <c>merchant.second-factor-first</c> to an Admin who would need one and has none.
    /// </summary>
    public Task<Outcome> HandleAsync(Actor actor, SecondFactorRule rule, CancellationToken stop) =>
        writes.RunAsync(actor, AuditedAction.Sensitive(HistorySubject.Merchant, Action), async write =>
        {
            if (actor.WhyNot(Role.Admin) is { } no)
            {
                return no;
            }

            List<Role> covered = [.. Enum.GetValues<Role>().Where(role => FactorQueries.Covers(rule, role))];
            var without = await write.Db.Set<User>()
                .VisibleTo(actor)
                .Where(u => covered.Contains(u.Role)
                    && !u.TwoFactorEnabled
                    && !write.Db.Set<IdentityUserPasskey<long>>().Any(p => p.UserId == u.Id))
                .ToListAsync(write.Stop);
            if (without.Exists(u => u.Id == actor.UserId))
            {
                return MerchantRefusals.SecondFactorFirst;
            }

            foreach (var user in without)
            {
                await write.EndSessionsAsync(user.Id, s => true);
            }

            var merchant = await write.Db.Set<Merchant>().SingleAsync(m => m.Id == actor.MerchantId, write.Stop);
            merchant.SecondFactorRule = rule;
            write.History(HistorySubject.Merchant, null, Action, ("rule", Value.Term(rule)));
            return Outcome.Done;
        }, stop);
}
