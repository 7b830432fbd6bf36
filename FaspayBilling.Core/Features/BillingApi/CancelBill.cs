using FaspayBilling.Core.Configuration;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices.Actions;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.BillingApi;

/// <summary>Cancels a bill for which nothing was paid, by the one policy of all cancellations.</summary>
public sealed class CancelBill(WriteTransaction transaction, FindBillCaller callers, SiteSettings site)
{
    /// <summary>
    /// Refuses <c>api-credential.signature</c>, <c>bill.not-found</c>, <c>invoice.not-cancellable</c>,
    /// <c>invoice.cancellation-period-over</c>, <c>invoice.referenced</c>.
    /// </summary>
    public async Task<Outcome<ApiBill>> HandleAsync(SignedBill signed, long billId, CancellationToken stop)
    {
        var caller = await callers.HandleAsync(signed, stop);
        return caller.Ok ? await CancelAsync(caller.Value, signed.TransactionNumber, billId, stop) : caller.Refusal!;
    }

    private Task<Outcome<ApiBill>> CancelAsync(BillCaller caller, string transactionNumber, long billId, CancellationToken stop) =>
        transaction.RunAsync<ApiBill>(
            caller.Actor, new AuditedAction(HistorySubject.Invoice, "bill.cancel", ("transaction", transactionNumber)), async write =>
            {
                if (await ApiBill.Among(write.Db, caller)
                    .SingleOrDefaultAsync(i => i.Id == billId && i.TransactionNumber == transactionNumber, stop) is not { } invoice)
                {
                    return BillRefusals.BillNotFound;
                }

                write.About = invoice.Id;
                var (_, facts, _) = await LockedInvoice.OfAsync(write, invoice);
                var refusals = await InvoiceCancelling.RunAsync(
                    write, invoice, CancellationRequest.OverBillingApi(facts, write.Now), Message.Of("bill.cancel"));
                return refusals.Count > 0 ? Outcome<ApiBill>.Refused(refusals) : ApiBill.Of(invoice, site);
            }, stop);
}
