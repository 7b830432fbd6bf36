using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Outbox;
using FaspayBilling.Core.Outbox.Callbacks;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Outbox;

/// <summary>Makes a failed or delivered callback once more, at once, to the address that is set now.</summary>
public sealed class RepeatCallback(WriteTransaction transaction)
{
    /// <summary>Refuses <c>not-allowed</c> (Finance), <c>callback.not-found</c>, <c>callback.not-repeatable</c>.</summary>
    public Task<Outcome> HandleAsync(Actor actor, long id, CancellationToken stop) =>
        transaction.RunAsync(actor, new AuditedAction(HistorySubject.Callback, "callback.repeat"), async write =>
        {
            var call = await write.Db.Set<CallbackCall>().VisibleTo(actor).SingleOrDefaultAsync(c => c.Id == id, write.Stop);
            write.About = call?.Id;
            if ((actor.WhyNot(Role.Finance) ?? (call is null ? OutboxRefusals.CallbackNotFound : WhyNot(call.State))) is { } no)
            {
                return no;
            }

            var now = (await write.Db.SettingsAsync(actor, stop)).CallbackUrl;
            call!.Url = now.Length > 0 ? now : call.Url;
            (call.State, call.Attempts, call.NextTryAt, call.DeliveredAt, call.LastError) =
                (CallbackState.Waiting, 0, write.Now, null, null);
            write.History(HistorySubject.Callback, call.Id, "callback.repeat", ("url", call.Url));
            return Outcome.Done;
        }, stop);

    /// <summary>Why a callback in that state cannot be made again; null when it can.</summary>
    public static Refusal? WhyNot(CallbackState state) => state switch
    {
        CallbackState.Waiting => OutboxRefusals.CallbackNotRepeatable,
        CallbackState.Delivered or CallbackState.Failed => null,
    };
}
