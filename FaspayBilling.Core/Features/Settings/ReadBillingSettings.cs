using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Settings;

/// <summary>Reads what the page Billing Settings shows.</summary>
public sealed class ReadBillingSettings(IDbContextFactory<BillingDb> dbs)
{
    /// <summary>Refuses <c>not-allowed</c>.</summary>
    public async Task<Outcome<BillingSettingsView>> HandleAsync(Actor actor, CancellationToken stop)
    {
        if (actor.WhyNot(Role.Admin) is { } no)
        {
            return no;
        }

        await using var db = await dbs.CreateDbContextAsync(stop);
        var settings = await db.SettingsAsync(actor, stop);
        return new BillingSettingsView(
            settings.EFakturModule, settings.WithholdingTax, settings.NotificationAddresses, settings.CancellationWindowHours,
            settings.Version)
        {
            TaxChannel = settings.TaxChannel,
            PaymentInstructions = settings.PaymentInstructions
        };
    }
}

/// <summary>The settings as they are.</summary>
/// <param name="EFakturModule">Off: no E-Faktur menu, no Invoice Tax.</param>
/// <param name="WithholdingTax">Makes the document type Withholding Tax available.</param>
/// <param name="Addresses">Who gets the threshold mail.</param>
/// <param name="WindowHours">Hours after the issue within which the screens may cancel; null for no limit.</param>
/// <param name="Version">For saving: a stale one is refused.</param>
public sealed record BillingSettingsView(
    bool EFakturModule,
    bool WithholdingTax,
    IReadOnlyList<string> Addresses,
    int? WindowHours,
    int Version)
{
    /// <summary>By which way tax invoices reach the tax office.</summary>
    public TaxChannel TaxChannel { get; init; }

    /// <summary>How to pay; may be empty.</summary>
    public string PaymentInstructions { get; init; } = "";
}
