namespace FaspayBilling.Core.Domain.Invoices.Documents;

/// <summary>What follows from a document's type.</summary>
public static class DocumentTypes
{
    /// <summary>In the order of their codes.</summary>
    public static readonly IReadOnlyList<DocumentType> All = Enum.GetValues<DocumentType>();

    /// <summary>
    /// True for what a customer owes the merchant: it is paid, falls overdue, and is known to aging, reminders and Get List Invoice.
    /// </summary>
    public static bool IsReceivable(this DocumentType type) => type is DocumentType.Invoice or DocumentType.DebitNote;

    /// <summary>True for what takes something back: lists show its amounts below 0, and it is taxed as what it refers to was.</summary>
    public static bool IsCredit(this DocumentType type) => type
        is DocumentType.CreditNote or DocumentType.RefundNote or DocumentType.SelfBilledCreditNote or DocumentType.SelfBilledRefundNote;

    /// <summary>An amount as lists and their sums show it: below 0 for what takes something back.</summary>
    public static decimal Signed(this DocumentType type, decimal amount) => type.IsCredit() ? 0 - amount : amount;

    /// <summary>
    /// What is outstanding, as lists show it: what a customer owes, below 0 what a note has not yet given back; null for self-billed
    /// documents, on which nothing is owed to the merchant.
    /// </summary>
    public static decimal? Balance(this DocumentType type, decimal outstanding) =>
        type.IsSelfBilled() ? null : type.Signed(outstanding);

    /// <summary>True when the buyer is the issuer of record.</summary>
    public static bool IsSelfBilled(this DocumentType type) => type >= DocumentType.SelfBilledInvoice;

    /// <summary>What a note of this type may refer to; null when it is no note.</summary>
    public static DocumentType? Corrects(this DocumentType type) => type switch
    {
        DocumentType.Invoice or DocumentType.SelfBilledInvoice => null,
        DocumentType.CreditNote or DocumentType.DebitNote or DocumentType.RefundNote => DocumentType.Invoice,
        DocumentType.SelfBilledCreditNote or DocumentType.SelfBilledDebitNote or DocumentType.SelfBilledRefundNote =>
            DocumentType.SelfBilledInvoice,
    };

    /// <summary>The name in the document API.</summary>
    public static string Text(this DocumentType type) => type switch
    {
        DocumentType.Invoice => "Invoice",
        DocumentType.CreditNote => "Credit Note",
        DocumentType.DebitNote => "Debit Note",
        DocumentType.RefundNote => "Refund Note",
        DocumentType.SelfBilledInvoice => "Self-billed Invoice",
        DocumentType.SelfBilledCreditNote => "Self-billed Credit Note",
        DocumentType.SelfBilledDebitNote => "Self-billed Debit Note",
        DocumentType.SelfBilledRefundNote => "Self-billed Refund Note",
    };
}
