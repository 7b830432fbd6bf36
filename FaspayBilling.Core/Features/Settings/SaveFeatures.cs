using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.TaxNumbers;

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
    /// <param name="stop">Cancellation token.</param>
    public Task<Outcome> HandleAsync(
        Actor actor, bool eFakturModule, bool withholdingTax, TaxChannel channel, int version, CancellationToken stop) =>
        writes.RunAsync(actor, new AuditedAction(HistorySubject.BillingSettings, "settings.features"), async write =>
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
            write.History(
                HistorySubject.BillingSettings,
                null,
                "settings.features",
                ("module", OnOff(eFakturModule)),
                ("withholding", OnOff(withholdingTax)),
                ("channel", Value.Term(channel)));
            if (comesOn)
            {
                await check.RunAsync(write);
            }

            return Outcome.Done;
        }, stop);

    private static Message OnOff(bool on) => Message.Of(on ? "settings.switch:on" : "settings.switch:off");
}
