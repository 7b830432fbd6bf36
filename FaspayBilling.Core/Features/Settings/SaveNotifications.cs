using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.TaxNumbers;

namespace FaspayBilling.Core.Features.Settings;

/// <summary>Says who is told when numbers run low; whoever could not be told before is told at once.</summary>
public sealed class SaveNotifications(WriteTransaction writes, ThresholdCheck check)
{
    /// <summary>How many addresses can be told.</summary>
    public const int Most = 20;

    /// <summary>Admin only. Refuses <c>not-allowed</c>, <c>settings.address</c> (names each wrong one), <c>changed-elsewhere</c>.</summary>
    /// <param name="actor">Who saves.</param>
    /// <param name="addresses">What was typed: one address a line; empty lines and repetitions are dropped.</param>
    /// <param name="version">The version that was read.</param>
    /// <param name="stop">Cancellation token.</param>
    public Task<Outcome> HandleAsync(Actor actor, string addresses, int version, CancellationToken stop) =>
        writes.RunAsync(actor, new AuditedAction(HistorySubject.BillingSettings, "settings.addresses"), async write =>
        {
            var found = await write.BillingSettingsAsync(version);
            if (!found.Ok)
            {
                return found;
            }

            var lines = Lines(addresses);
            var wrong = lines.Where(l => !EmailAddress.IsValid(l)).Select(MerchantRefusals.SettingsAddress).ToList();
            if (wrong.Count > 0)
            {
                return Outcome.Refused(wrong);
            }

            if (lines.Count > Most)
            {
                return MerchantRefusals.SettingsTooManyAddresses;
            }

            var settings = found.Value;
            settings.NotificationAddresses = lines;
            write.History(
                HistorySubject.BillingSettings,
                null,
                lines.Count == 0
                    ? Message.Of("settings.addresses:none")
                    : Message.Of("settings.addresses", ("addresses", Value.List(lines.Select(l => (Value)l)))));
            if (settings.EFakturModule)
            {
                await check.RunAsync(write);
            }

            return Outcome.Done;
        }, stop);

    private static List<string> Lines(string typed) =>
        [
            .. typed.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .DistinctBy(EmailAddress.Normalized, StringComparer.Ordinal)
        ];
}
