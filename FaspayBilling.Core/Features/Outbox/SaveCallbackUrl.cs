using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Settings;
using FaspayBilling.Core.Outbox;
using FaspayBilling.Core.Outbox.Callbacks;

namespace FaspayBilling.Core.Features.Outbox;

/// <summary>Says which address of the merchant is called after a payment of a bill that its system made.</summary>
public sealed class SaveCallbackUrl(WriteTransaction writes, CallbackSettings callbacks)
{
    /// <summary>Admin only. Refuses <c>not-allowed</c>, <c>callback.url</c>, <c>changed-elsewhere</c>.</summary>
    /// <param name="actor">Who saves.</param>
    /// <param name="url">https on the public internet; empty for no callbacks.</param>
    /// <param name="version">The version of the settings that was read.</param>
    /// <param name="stop">Cancellation token.</param>
    public Task<Outcome> HandleAsync(Actor actor, string url, int version, CancellationToken stop) =>
        writes.RunAsync(actor, AuditedAction.Sensitive(HistorySubject.ApiAccess, "callback.set-address"), async write =>
        {
            var found = await write.BillingSettingsAsync(version);
            if (!found.Ok)
            {
                return found;
            }

            var address = PlainText.Line(url);
            if (address.Length > 0 && !CallbackAddress.IsAllowed(address, callbacks.AllowLocal))
            {
                return OutboxRefusals.CallbackUrl;
            }

            found.Value.CallbackUrl = address;
            write.History(
                HistorySubject.ApiAccess,
                null,
                address.Length == 0
                    ? Message.Of("callback.set-address:none")
                    : Message.Of("callback.set-address", ("url", address)));
            write.MarkChanged(HistorySubject.BillingSettings);
            return Outcome.Done;
        }, stop);
}
