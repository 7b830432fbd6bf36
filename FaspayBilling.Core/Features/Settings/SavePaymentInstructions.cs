using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Features.Settings;

/// <summary>Says how customers pay: what stands in mails, on PDFs and on bill pages.</summary>
public sealed class SavePaymentInstructions(WriteTransaction writes)
{
    /// <summary>Characters.</summary>
    public const int Longest = 2_000;

    /// <summary>Admin only. Refuses <c>not-allowed</c>, <c>settings.instructions</c>, <c>changed-elsewhere</c>.</summary>
    /// <param name="actor">Who saves.</param>
    /// <param name="instructions">Text of several lines; empty for none.</param>
    /// <param name="version">The version that was read.</param>
    /// <param name="stop">Cancellation token.</param>
    public Task<Outcome> HandleAsync(Actor actor, string instructions, int version, CancellationToken stop) =>
        writes.RunAsync(actor, AuditedAction.Sensitive(HistorySubject.BillingSettings, "settings.payment-instructions"), async write =>
        {
            var found = await write.BillingSettingsAsync(version);
            if (!found.Ok)
            {
                return found;
            }

            var clean = PlainText.Lines(instructions);
            if (clean.Length > Longest)
            {
                return MerchantRefusals.SettingsInstructions;
            }

            found.Value.PaymentInstructions = clean;
            write.History(
                HistorySubject.BillingSettings,
                null,
                clean.Length == 0 ? "settings.payment-instructions:none" : "settings.payment-instructions");
            return Outcome.Done;
        }, stop);
}
