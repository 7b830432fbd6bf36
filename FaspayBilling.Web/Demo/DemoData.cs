using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Web.Demo;

/// <summary>Fills an empty database with two merchants for Development; the same start day makes the same rows.</summary>
public sealed class DemoData(WriteTransaction writes, CreateUser users, BillingSecrets secrets)
{
    /// <summary>
    /// Makes everything in one write, or nothing when there is a merchant already or the program was published. Answers whether it was
    /// made now.
    /// </summary>
    public async Task<bool> EnsureAsync(CancellationToken stop)
    {
        if (DemoContent.Found is not { } content)
        {
            return false;
        }

        var made = false;
        var credentials = await DemoApi.KeepAsync(content.Api, secrets, stop);
        await writes.RunAsync(Actor.System(0), new AuditedAction(HistorySubject.Merchant, "merchant.make-demo"), async write =>
        {
            if (!await write.Db.Set<Merchant>().AnyAsync(stop))
            {
                var calendar = new DemoCalendar(write.Now);
                await DemoMerchants.AddDocumentedAsync(content, write, calendar);
                await DemoMerchants.AddOtherAsync(content, write, calendar);
                var merchants = await write.Db.Set<Merchant>().ToDictionaryAsync(m => m.Code, m => m.Id, StringComparer.Ordinal, stop);
                await AddUsersAsync(content, write, calendar, merchants);
                await DemoApi.AddAsync(content, write, credentials, merchants, calendar);
                await DemoDocuments.AddAsync(write, merchants, calendar);
                made = true;
            }

            return Outcome.Done;
        }, stop);
        return made;
    }

    private async Task AddUsersAsync(
        DemoContent content, WriteContext write, DemoCalendar calendar, IReadOnlyDictionary<string, long> merchants)
    {
        var hash = users.Hash(content.Password);
        foreach (var user in content.Users)
        {
            var merchantId = merchants[user.MerchantCode];
            var wanted = new NewUser(merchantId, user.Email, user.Name, user.Role, content.Password);
            var added = await CreateUser.AddAsync(write, wanted, hash);
            new WriteContext(write.Db, Actor.System(merchantId), calendar.Start, write.Stop)
                .History(HistorySubject.User, added.Value, "user.add", ("email", user.Email), ("role", Value.Term(user.Role)));
        }
    }
}
