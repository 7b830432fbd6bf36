using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.History;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Features.ApiAccess;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Demo;

/// <summary>Fills an empty database with two merchants for Development; the same start day makes the same rows.</summary>
public sealed class DemoData(WriteTransaction writes, CreateUser users, BillingSecrets secrets)
{
    /// <summary>Makes everything in one write, or nothing when there is a merchant already. Answers whether it was made now.</summary>
    public async Task<bool> EnsureAsync(CancellationToken stop)
    {
        var made = false;
        var credentials = await DemoApi.KeepAsync(secrets, stop);
        await writes.RunAsync(Actor.System(0), new Attempt(HistorySubject.Merchant, "Make the demo data"), async write =>
        {
            if (!await write.Db.Set<Merchant>().AnyAsync(stop))
            {
                var calendar = new DemoCalendar(write.Now);
                await DemoMerchants.AddDocumentedAsync(write, calendar);
                await DemoMerchants.AddOtherAsync(write, calendar);
                var merchants = await write.Db.Set<Merchant>().ToDictionaryAsync(m => m.Code, m => m.Id, stop);
                await AddUsersAsync(write, calendar, merchants);
                await DemoApi.AddAsync(write, credentials, merchants, calendar);
                await DemoDocuments.AddAsync(write, merchants, calendar);
                made = true;
            }

            return Outcome.Done;
        }, stop);
        return made;
    }

    private async Task AddUsersAsync(Write write, DemoCalendar calendar, IReadOnlyDictionary<string, long> merchants)
    {
        var hash = users.Hash(DemoUsers.Password);
        foreach (var user in DemoUsers.All)
        {
            var merchantId = merchants[user.MerchantCode];
            var added = await CreateUser.AddAsync(write, new NewUser(merchantId, user.Email, user.Name, user.Role, DemoUsers.Password), hash);
            new Write(write.Db, Actor.System(merchantId), calendar.Start, write.Stop).History(HistorySubject.User, added.Value, $"Added {user.Email} as {user.Role}");
        }
    }
}
