using System.Linq.Expressions;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Payments;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace FaspayBilling.Core.Outbox.Callbacks;

/// <summary>Signs and posts the callbacks that are due. A second call has the same <c>payment_id</c>.</summary>
public sealed partial class CallbackDelivery(
    IDbContextFactory<BillingDb> dbs,
    WriteTransaction transaction,
    CallbackSender sender,
    BillingSecrets secrets,
    TimeProvider clock,
    ILogger<CallbackDelivery> log)
    : LeasedDelivery<CallbackCall, LeasedCallback>(
        dbs, transaction, clock, new AuditedAction(HistorySubject.Callback, "callback.make"), Rules)
{
    // Twenty dead ones, each tried for ten seconds, take less than two lanes.
    private static readonly HostRules Rules = new(TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(2), AtOnce: Lanes.MostOfOne);

    private readonly FailureLog failures = new(log, clock);

    // Those of a bill keep their order: UNPAID must not come after PAID.
    protected override IQueryable<CallbackCall> Waiting(BillingDb db, IQueryable<CallbackCall> rows) => rows.Where(
        c => c.State == CallbackState.Waiting
            && !db.Set<CallbackCall>().Any(
                earlier => earlier.InvoiceId == c.InvoiceId && earlier.Id < c.Id && earlier.State == CallbackState.Waiting));

    protected override IQueryable<CallbackCall> InOrder(IQueryable<CallbackCall> rows) => rows.OrderBy(c => c.Id);

    protected override Expression<Func<CallbackCall, DueRow>> Due => c => new DueRow(c.Id, c.MerchantId, c.Url);

    protected override string HostOf(string target) => Uri.TryCreate(target, UriKind.Absolute, out var url) ? url.Authority : target;

    protected override IQueryable<CallbackCall> Without(IQueryable<CallbackCall> rows, List<string> targets) =>
        rows.Where(c => !targets.Contains(c.Url));

    protected override IQueryable<LeasedCallback> Leased(BillingDb db, IQueryable<CallbackCall> rows) =>
        from call in rows
        join invoice in db.Set<Invoice>().IgnoreQueryFilters() on call.InvoiceId equals invoice.Id
        join credential in db.Set<BillingCredential>().AsNoTracking() on invoice.BillingCredentialId equals credential.Id
        join payment in db.Set<Payment>() on call.PaymentId equals payment.Id
        select new LeasedCallback(
            call.Id,
            call.MerchantId,
            call.Attempts + 1,
            call.Version,
            call.Url,
            call.Body,
            invoice.TransactionNumber!,
            credential,
            payment.UndoneAt != null);

    protected override async Task<DeliveryError?> TryAsync(LeasedCallback leased, CancellationToken hurry)
    {
        if (leased.Undone)
        {
            return new DeliveryError("The payment was undone before the call was made.", ForGood: true);
        }

        var signed = CallbackBody.Sign(leased.Body, secrets.SignatureOf(leased.Credential, leased.TransactionNumber));
        return await sender.PostAsync(leased.Url, signed, hurry);
    }

    protected override Task DeliveredAsync(CallbackCall row, WriteContext write)
    {
        (row.State, row.DeliveredAt) = (CallbackState.Delivered, write.Now);
        return Task.CompletedTask;
    }

    protected override Task FailedAsync(CallbackCall row, string error, WriteContext write)
    {
        row.State = CallbackState.Failed;
        write.History(HistorySubject.Invoice, row.InvoiceId, "invoice.callback-failed", ("url", row.Url), ("error", error));
        return Task.CompletedTask;
    }

    protected override void LogTried(LeasedCallback leased, DeliveryError? error)
    {
        // A payment that was undone called nobody.
        if (leased.Undone)
        {
            return;
        }

        LogMade(leased.Id, error is null ? "delivered" : "refused");
        var host = Uri.TryCreate(leased.Url, UriKind.Absolute, out var url) ? $"Callback to {url.Authority}" : "Callback";
        if (error is null)
        {
            failures.Worked(host);
        }
        else
        {
            failures.Failed(host, Status(error.Words));
        }
    }

    // What the merchant's system says may be about somebody: of an answer only its status is logged.
    private static string Status(string words) => words.StartsWith("HTTP ", StringComparison.Ordinal) ? words.Split(':')[0] : words;

    protected override void LogBroken(LeasedCallback leased, Exception broken) => LogBroken(leased.Id, broken);

    [LoggerMessage(1421, LogLevel.Information, "Callback {Id} was {Result}")]
    private partial void LogMade(long id, string result);

    [LoggerMessage(1422, LogLevel.Error, "Callback {Id} could not be made")]
    private partial void LogBroken(long id, Exception broken);
}
