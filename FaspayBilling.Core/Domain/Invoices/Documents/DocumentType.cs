namespace FaspayBilling.Core.Domain.Invoices.Documents;

/// <summary>What an issued invoice is in the document API; the values are its <c>invoiceTypeCode</c>.</summary>
public enum DocumentType
{
    Invoice = 1,
    CreditNote = 2,
    DebitNote = 3,
    RefundNote = 4,
    SelfBilledInvoice = 11,
    SelfBilledCreditNote = 12,
    SelfBilledDebitNote = 13,
    SelfBilledRefundNote = 14,
}
