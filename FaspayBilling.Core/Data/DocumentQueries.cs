using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;

namespace FaspayBilling.Core.Data;

/// <summary>What invoices are as documents, as several features ask it of the database.</summary>
public static class DocumentQueries
{
    /// <summary>
    /// What <see cref="DocumentTypes.IsReceivable"/> is true of: no credit or refund notes, nothing that the buyer issues.
    /// </summary>
    public static IQueryable<Invoice> Receivables(this IQueryable<Invoice> invoices) =>
        invoices.Where(i => i.DocumentType == DocumentType.Invoice || i.DocumentType == DocumentType.DebitNote);

    /// <summary>What <see cref="DocumentTypes.IsCredit"/> is true of.</summary>
    public static IQueryable<Invoice> Credits(this IQueryable<Invoice> invoices) =>
        invoices.Where(i => i.DocumentType == DocumentType.CreditNote
            || i.DocumentType == DocumentType.RefundNote
            || i.DocumentType == DocumentType.SelfBilledCreditNote
            || i.DocumentType == DocumentType.SelfBilledRefundNote);
}
