using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.Api;
using FaspayBilling.Core.Domain.Callbacks;
using FaspayBilling.Core.Domain.History;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Time;
using FaspayBilling.Core.Features.ApiAccess;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace FaspayBilling.Core.Callbacks;

/// <summary>
/// Makes the callbacks that are due: takes each by a lease, signs and posts it, writes down what happened. At least once: a second call
/// with the same <c>payment_id</c> is made only when the process dies between the answer and the commit.
/// </summary>
public sealed partial class CallbackDelivery(
    IDbContextFactory<BillingDb> dbs, WriteTransaction transaction, CallbackSender sender, BillingSecrets secrets, TimeProvider clock, ILogger<CallbackDelivery> log)
{
    private const int Batch = 20;
    private const int AtOnce = 4;
    private const int LongestError = 500;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);
    private static readonly Attempt Calling = new(HistorySubject.Callback, "Make a callback");

    /// <summary>Makes up to 20 due callbacks, a few at once, and returns how many it took. On <paramref name="stop"/> what is under way has 5 seconds more.</summary>
    public async Task<int> SendDueAsync(CancellationToken stop)
    {
        var taken = 0;
        await Parallel.ForEachAsync(await DueAsync(stop), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop }, async (due, _) =>
        {
            if (await TakeAsync(due, stop) is { } call)
            {
                Interlocked.Increment(ref taken);
                await SendAsync(call, stop);
            }
        });
        return taken;
    }

    private async Task<List<DueCall>> DueAsync(CancellationToken stop)
    {
        var now = clock.Now();
        await using var db = await dbs.CreateDbContextAsync(stop);
        return await Free(db.Set<CallbackCall>(), now, await db.ClockAsync(stop)).OrderBy(c => c.NextTryAt).Take(Batch).Select(c => new DueCall(c.Id, c.MerchantId)).ToListAsync(stop);
    }

    // Leases run by the database's clock: nodes whose clocks differ agree on when one ends.
    private static IQueryable<CallbackCall> Free(IQueryable<CallbackCall> calls, DateTime now, DateTime databaseNow) =>
        calls.Where(c => c.State == CallbackState.Waiting && c.NextTryAt <= now && (c.LeasedUntil == null || c.LeasedUntil < databaseNow));

    private async Task<CallbackInHand?> TakeAsync(DueCall due, CancellationToken stop)
    {
        var taken = await transaction.RunAsync(Actor.System(due.MerchantId), Calling, async write =>
        {
            var calls = write.Db.Set<CallbackCall>().Where(c => c.Id == due.Id);
            var databaseNow = await write.Db.ClockAsync(write.Stop);
            var mine = await Free(calls, write.Now, databaseNow).ExecuteUpdateAsync(
                set => set.SetProperty(c => c.LeasedUntil, databaseNow + Lease)
                    .SetProperty(c => c.Attempts, c => c.Attempts + 1)
                    .SetProperty(c => c.Version, c => c.Version + 1),
                write.Stop);
            return Outcome<CallbackInHand?>.With(mine == 0 ? null : await InHand(write.Db, calls).SingleAsync(write.Stop));
        }, stop);
        return taken.Ok ? taken.Value : null;
    }

    private static IQueryable<CallbackInHand> InHand(BillingDb db, IQueryable<CallbackCall> calls) =>
        from call in calls
        join invoice in db.Set<Invoice>().IgnoreQueryFilters() on call.InvoiceId equals invoice.Id
        join credential in db.Set<BillingCredential>().AsNoTracking() on invoice.BillingCredentialId equals credential.Id
        join payment in db.Set<Payment>() on call.PaymentId equals payment.Id
        select new CallbackInHand(call.Id, call.MerchantId, call.Version, call.Url, call.Body, invoice.TransactionNumber!, credential, payment.UndoneAt != null);

    private async Task SendAsync(CallbackInHand call, CancellationToken stop)
    {
        if (call.Undone)
        {
            await RecordAsync(call, (row, write) => Failed(row, write, "The payment was undone before the call was made."));
            return;
        }

        using var hurry = new CancellationTokenSource();
        await using var stopping = stop.Register(() => hurry.CancelAfter(Grace));
        try
        {
            var signed = CallbackBody.Sign(call.Body, secrets.SignatureOf(call.Credential, call.TransactionNumber));
            var wrong = await sender.PostAsync(call.Url, signed, hurry.Token);
            await RecordAsync(call, (row, write) => Answered(row, write, wrong));
            LogMade(call.Id, wrong is null ? "delivered" : "refused");
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // It stays waiting; the next start takes it when the lease has ended.
        }
        catch (Exception broken) when (broken is not DbUpdateException and not System.Data.Common.DbException)
        {
            await RecordAsync(call, (row, write) => Answered(row, write, broken.Message));
            LogBroken(call.Id, broken);
        }
    }

    private Task RecordAsync(CallbackInHand call, Action<CallbackCall, Write> record) =>
        transaction.RunAsync(Actor.System(call.MerchantId), Calling, async write =>
        {
            // Not found: the lease ended meanwhile and somebody else has it now.
            if (await write.Db.Set<CallbackCall>().SingleOrDefaultAsync(c => c.Id == call.Id && c.Version == call.Version, write.Stop) is { } row)
            {
                row.LeasedUntil = null;
                record(row, write);
                write.Touch(HistorySubject.Callback, row.Id);
            }

            return Outcome.Done;
        }, CancellationToken.None);

    private static void Answered(CallbackCall call, Write write, string? wrong)
    {
        if (wrong is null)
        {
            (call.State, call.DeliveredAt, call.LastError) = (CallbackState.Delivered, write.Now, null);
        }
        else if (CallbackBackOff.After(call.Attempts) is { } wait)
        {
            (call.LastError, call.NextTryAt) = (Cut(wrong), write.Now + wait);
        }
        else
        {
            Failed(call, write, wrong);
        }
    }

    private static void Failed(CallbackCall call, Write write, string wrong)
    {
        (call.State, call.LastError) = (CallbackState.Failed, Cut(wrong));
        write.History(HistorySubject.Invoice, call.InvoiceId, $"Callback to {call.Url} failed: {call.LastError}");
    }

    private static string Cut(string words) => words.Length <= LongestError ? words : words[..LongestError];

    [LoggerMessage(LogLevel.Information, "Callback {Id} was {Result}")]
    private partial void LogMade(long id, string result);

    [LoggerMessage(LogLevel.Error, "Callback {Id} could not be made")]
    private partial void LogBroken(long id, Exception broken);

    private readonly record struct DueCall(long Id, long MerchantId);
}
