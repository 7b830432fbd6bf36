using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Live;
using Microsoft.Extensions.Logging;

namespace FaspayBilling.Core.Outbox.Callbacks;

/// <summary>Makes callbacks in the background.</summary>
internal sealed class CallbackWorker(CallbackDelivery delivery, LiveChanges live, ILogger<CallbackWorker> log) : OutboxLoop(live, log)
{
    protected override Lanes OpenLanes() => delivery.OpenLanes();

    // Every payment of an API bill touches the callbacks; other commits leave nothing to call.
    protected override bool Concerns(LiveChange change) => change.Touches(HistorySubject.Callback);
}
