using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Outbox.Callbacks;

namespace FaspayBilling.Core.Features.Outbox;

/// <summary>Writes the callback of a payment in the payment's transaction. Every way of recording one calls this.</summary>
internal static class CallbackOutbox
{
    /// <summary>
    /// Does nothing for an invoice that no system made, and for a merchant without an address; saves, to learn the payment's key.
    /// </summary>
    public static async Task CallBackAsync(this WriteContext write, Invoice invoice, Payment payment)
    {
        if (invoice.BillingCredentialId is null || invoice.TransactionNumber is null)
        {
            return;
        }

        var url = (await write.SettingsAsync()).CallbackUrl;
        if (url.Length == 0)
        {
            return;
        }

        await write.SaveAsync();
        var call = new CallbackCall
        {
            MerchantId = invoice.MerchantId,
            InvoiceId = invoice.Id,
            PaymentId = payment.Id,
            Url = url,
            Body = CallbackBody.Of(invoice, payment),
            CreatedAt = write.Now,
            NextTryAt = write.Now,
        };
        write.Db.Add(call);
        await write.SaveAsync();
        write.MarkChanged(HistorySubject.Callback, call.Id);
    }
}
