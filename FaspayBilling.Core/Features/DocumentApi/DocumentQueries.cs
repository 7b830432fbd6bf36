using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;

namespace FaspayBilling.Core.Features.DocumentApi;

/// <summary>The one way from invoices to the documents that a taxpayer sees.</summary>
internal static class DocumentQueries
{
    /// <summary>
    /// What the taxpayer issued, and what it received: all of it Valid or Cancelled, for a Draft or Proforma is no document.
    /// </summary>
    public static IQueryable<Invoice> DocumentsOf(this IQueryable<Invoice> invoices, long merchantId) => invoices
        .Where(i => i.DocumentId != null && (i.MerchantId == merchantId || i.CounterpartyMerchantId == merchantId));

    /// <summary>The rows to show to that taxpayer.</summary>
    public static IQueryable<DocumentRow> ToRows(this IQueryable<Invoice> invoices, BillingDb db, long merchantId) =>
        from i in invoices
        join issuer in db.Set<Merchant>() on i.MerchantId equals issuer.Id
        select new DocumentRow
        {
            DocumentId = i.DocumentId!,
            Number = i.Number,
            Type = i.DocumentType,
            IssuerTin = issuer.Npwp,
            IssuerName = issuer.Name,
            ReceiverTin = i.CustomerNpwp,
            ReceiverName = i.CustomerName,
            IssuedAt = i.IssuedAt!.Value,
            TaxBase = i.TaxBase,
            Discount = i.Lines.Sum(l => l.Discount),
            Total = i.Total,
            Status = i.Status,
            CancelledAt = i.CancelledAt,
            CancelReason = i.CancelReason,
            RejectRequestedAt = i.RejectRequestedAt,
            RejectReason = i.RejectReason,
            Sent = i.MerchantId == merchantId,
        };
}
