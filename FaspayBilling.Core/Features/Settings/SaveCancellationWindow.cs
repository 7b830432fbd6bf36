using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Features.Settings;

/// <summary>Says how long after its issue an invoice can be cancelled on the screens; invoices issued before keep their deadline.</summary>
public sealed class SaveCancellationWindow(WriteTransaction writes)
{
    /// <summary>A year of hours.</summary>
    public const int Longest = 8_760;

    /// <summary>The hours that were typed (<see cref="WholeNumber"/>); null for what is no number, or outside 1 to 8,760.</summary>
    public static int? ReadHours(string typed) => WholeNumber.Read(typed) is { } hours and >= 1 and <= Longest ? (int)hours : null;

    /// <summary>Admin only. Refuses <c>not-allowed</c>, <c>settings.window</c>, <c>changed-elsewhere</c>.</summary>
    /// <param name="actor">Who saves.</param>
    /// <param name="hours">What was typed (<see cref="ReadHours"/>); empty for no limit.</param>
    /// <param name="version">The version that was read.</param>
    /// <param name="stop">Cancellation token.</param>
    public Task<Outcome> HandleAsync(Actor actor, string hours, int version, CancellationToken stop) =>
        writes.RunAsync(actor, new AuditedAction(HistorySubject.BillingSettings, "settings.window-set"), async write =>
        {
            var found = await write.BillingSettingsAsync(version);
            if (!found.Ok)
            {
                return found;
            }

            int? window = null;
            if (hours.Trim().Length > 0)
            {
                if (ReadHours(hours) is not { } number)
                {
                    return MerchantRefusals.SettingsWindow;
                }

                window = number;
            }

            found.Value.CancellationWindowHours = window;
            write.History(HistorySubject.BillingSettings, null, window is { } limit
                ? Message.Of("settings.window-set", ("hours", limit))
                : Message.Of("settings.window-set:none"));
            return Outcome.Done;
        }, stop);
}
