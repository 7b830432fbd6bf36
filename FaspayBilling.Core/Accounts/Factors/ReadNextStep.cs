using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Accounts.Factors;

/// <summary>What a sign-in asks for after the right password.</summary>
public sealed class ReadNextStep(IDbContextFactory<BillingDb> dbs)
{
    /// <summary>Of a user who was just found. Refuses nothing.</summary>
    public async Task<Outcome<NextStep>> HandleAsync(User user, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await db.NextStepAsync(user, stop);
    }

    /// <summary>Whether the user has a passkey, which then is offered beside the code.</summary>
    public async Task<bool> HasPasskeyAsync(User user, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await db.HasPasskeyAsync(user.Id, stop);
    }
}
