using FaspayBilling.Core.Callbacks;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.Callbacks;
using FaspayBilling.Core.Domain.History;
using FaspayBilling.Core.Features.Settings;

namespace FaspayBilling.Core.Features.Callbacks;

/// <summary>Says which address of the merchant is called after a payment of a bill that its system made.</summary>
public sealed class SaveCallbackUrl(WriteTransaction writes, CallbackSettings callbacks)
{
    /// <summary>Admin only. Refuses <c>not-allowed</c>, <c>callback.url</c>, <c>changed-elsewhere</c>.</summary>
    /// <param name="actor">Who saves.</param>
    /// <param name="url">https on the public internet; empty for no callbacks.</param>
    /// <param name="version">The version of the settings that was read.</param>
    /// <param name="stop">Ends the wait.</param>
    public Task<Outcome> HandleAsync(Actor actor, string url, int version, CancellationToken stop) =>
        writes.RunAsync(actor, new Attempt(HistorySubject.ApiAccess, "Set the callback address"), async write =>
        {
            var found = await write.BillingSettingsAsync(version);
            if (!found.Ok)
            {
                return found;
            }

            var address = url.Trim();
            if (address.Length > 0 && !CallbackAddress.IsAllowed(address, callbacks.AllowLocal))
            {
                return Refusals.CallbackUrl;
            }

            found.Value.CallbackUrl = address;
            write.History(HistorySubject.ApiAccess, null, address.Length == 0 ? "No callbacks after payments" : $"Callbacks after payments go to {address}");
            write.Touch(HistorySubject.BillingSettings);
            return Outcome.Done;
        }, stop);
}
