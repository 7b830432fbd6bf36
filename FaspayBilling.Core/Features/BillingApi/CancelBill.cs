using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.Cancellation;
using FaspayBilling.Core.Domain.Documents;
using FaspayBilling.Core.Domain.History;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Features.Billings;
using FaspayBilling.Core.Features.Documents;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.BillingApi;

/// <summary>Cancels a bill for which nothing was paid, by the one policy of all cancellations.</summary>
public sealed class CancelBill(WriteTransaction transaction, FindBillCaller callers, SiteSettings site)
{
    /// <summary>
    /// Refuses <c>api-credential.signature</c>, <c>bill.not-found</c>, <c>invoice.not-cancellable</c>, <c>invoice.cancellation-period-over</c>, <c>invoice.referenced</c>.
    /// </summary>
    public async Task<Outcome<Bill>> HandleAsync(SignedBill signed, long billId, CancellationToken stop)
    {
        var caller = await callers.HandleAsync(signed, stop);
        return caller.Ok ? await CancelAsync(caller.Value, signed.TransactionNumber, billId, stop) : caller.Refusal!;
    }

    private Task<Outcome<Bill>> CancelAsync(BillCaller caller, string transactionNumber, long billId, CancellationToken stop) =>
        transaction.RunAsync<Bill>(caller.Actor, new Attempt(HistorySubject.Invoice, $"Cancel the bill of transaction {transactionNumber}"), async write =>
        {
            if (await Bill.Among(write.Db, caller).SingleOrDefaultAsync(i => i.Id == billId && i.TransactionNumber == transactionNumber, stop) is not { } invoice)
            {
                return Refusals.BillNotFound;
            }

            write.About = invoice.Id;
            var referenced = await write.Db.Set<Invoice>().ActiveNotes(invoice.Id).AnyAsync(stop);
            var refusals = CancellationPolicy.WhyNot(new CancellationRequest(CancellationChannel.BillingApi, invoice.Facts(hasTaxFile: false, referenced), true, null, write.Now));
            if (refusals.Count > 0)
            {
                return Outcome<Bill>.Refused(refusals);
            }

            invoice.Cancel(write.Now, reason: null);
            write.History(HistorySubject.Invoice, invoice.Id, "Cancelled over the billing API");
            write.NotifyReceiver(invoice, DocumentNoticeKind.Cancelled);
            return Bill.Of(invoice, site);
        }, stop);
}
