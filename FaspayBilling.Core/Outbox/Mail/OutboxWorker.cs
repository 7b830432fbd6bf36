using FaspayBilling.Core.Live;
using Microsoft.Extensions.Logging;

namespace FaspayBilling.Core.Outbox.Mail;

/// <summary>Sends the mails of the outbox in the background.</summary>
internal sealed class OutboxWorker(OutboxDelivery delivery, LiveChanges live, ILogger<OutboxWorker> log) : OutboxLoop(live, log)
{
    protected override Lanes OpenLanes() => delivery.OpenLanes();

    // Not every write of a mail says so: any commit is worth a look.
    protected override bool Concerns(LiveChange change) => true;
}
