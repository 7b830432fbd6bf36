using System.Globalization;
using System.Security.Cryptography;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Customers;

/// <summary>Auto Generate VA: a VA Static Number that no customer of the merchant has.</summary>
public sealed class GenerateVaNumber(IDbContextFactory<BillingDb> dbs)
{
    /// <summary>10 digits, not kept for anybody until a customer is saved with them.</summary>
    public async Task<string> HandleAsync(Actor actor, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        string number;
        do
        {
            number = Any();
        }
        while (await db.Set<Customer>().VisibleTo(actor).AnyAsync(c => c.VaNumber == number, stop));

        return number;
    }

    /// <summary>Random, so that a mistyped digit hardly ever meets another customer; without a zero in front, which tables drop.</summary>
    internal static string Any() =>
        RandomNumberGenerator.GetInt32(1, 10).ToString(CultureInfo.InvariantCulture)
            + RandomNumberGenerator.GetInt32(1_000_000_000).ToString("D9", CultureInfo.InvariantCulture);
}
