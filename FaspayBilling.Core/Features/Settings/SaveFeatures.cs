using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.History;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Features.Thresholds;

namespace FaspayBilling.Core.Features.Settings;

/// <summary>Switches the E-Faktur Module and withholding tax on or off, and says by which way tax invoices reach the tax office.</summary>
public sealed class SaveFeatures(WriteTransaction writes, ThresholdCheck check)
{
    /// <summary>Admin only. Refuses <c>not-allowed</c>, <c>changed-elsewhere</c>.</summary>
    /// <param name="actor">Who saves.</param>
    /// <param name="eFakturModule">Off: no E-Faktur menu, no Invoice Tax.</param>
    /// <param name="withholdingTax">Makes the document type Withholding Tax available.</param>
    /// <param name="channel">By which way tax invoices reach the tax office.</param>
    /// <param name="version">The version that was read.</param>
    /// <param name="stop">Ends the wait.</param>
    public Task<Outcome> HandleAsync(Actor actor, bool eFakturModule, bool withholdingTax, TaxChannel channel, int version, CancellationToken stop) =>
        writes.RunAsync(actor, new Attempt(HistorySubject.BillingSettings, "Set the features"), async write =>
        {
            var found = await write.BillingSettingsAsync(version);
            if (!found.Ok)
            {
                return found;
            }

            var settings = found.Value;
            var comesOn = eFakturModule && !settings.EFakturModule;
            settings.EFakturModule = eFakturModule;
            settings.WithholdingTax = withholdingTax;
            settings.TaxChannel = channel;
            write.History(HistorySubject.BillingSettings, null, $"Features: E-Faktur Module {OnOff(eFakturModule)}, withholding tax {OnOff(withholdingTax)}, tax invoices by {channel.Text()}");
            if (comesOn)
            {
                await check.RunAsync(write);
            }

            return Outcome.Done;
        }, stop);

    private static string OnOff(bool on) => on ? "on" : "off";
}
