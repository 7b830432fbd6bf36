using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;

namespace FaspayBilling.Core.Features.Invoices.Lifecycle;

/// <summary>Writes what Get Notifications will tell, in the transaction of the change.</summary>
public static class DocumentNotices
{
    /// <summary>Tells a merchant.</summary>
    public static void Notify(this WriteContext write, long merchantId, Invoice invoice, DocumentNoticeKind kind) =>
        write.Db.Add(new DocumentNotice
        {
            MerchantId = merchantId,
            Kind = kind,
            DocumentId = invoice.DocumentId!,
            Subject = $"{kind.Text()}: {invoice.DocumentType.Text()} {invoice.Number}",
            At = write.Now,
        });

    /// <summary>Tells the other party, when it is a merchant of this installation.</summary>
    public static void NotifyReceiver(this WriteContext write, Invoice invoice, DocumentNoticeKind kind)
    {
        if (invoice.CounterpartyMerchantId is { } receiver)
        {
            write.Notify(receiver, invoice, kind);
        }
    }
}
