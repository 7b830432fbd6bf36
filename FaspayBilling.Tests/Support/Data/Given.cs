using FaspayBilling.Core.Domain.Merchants;
using Microsoft.Extensions.Time.Testing;

namespace FaspayBilling.Tests.Support.Data;

/// <summary>Says what exists before a test acts: <c>var fpy = await db.Given.MerchantAsync("FPY");</c></summary>
public sealed class Given(TestDb db)
{
    /// <summary>A clock that moves only when a test moves it; it starts on a quiet Monday morning in Jakarta.</summary>
    public static FakeTimeProvider Clock() => new(new DateTimeOffset(2026, 11, 16, 9, 0, 0, TimeSpan.FromHours(7)));

    /// <summary>A merchant with its settings: E-Faktur Module on, no addresses, no threshold.</summary>
    public async Task<GivenMerchant> MerchantAsync(
        string code = "FPY", string npwp = "022732101075000", Action<BillingSettings>? settings = null)
    {
        var merchant = await db.AddAsync(new Merchant { Name = $"PT {code} Indonesia", Code = code, Npwp = npwp });
        var billing = new BillingSettings { MerchantId = merchant.Id };
        settings?.Invoke(billing);
        await db.AddAsync(billing);
        return new GivenMerchant(db, merchant);
    }
}
