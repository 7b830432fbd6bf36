namespace FaspayBilling.Core.Domain.Invoices.Documents;

/// <summary>What follows from a document's type.</summary>
public static class DocumentTypes
{
    /// <summary>In the order of their codes.</summary>
    public static readonly IReadOnlyList<DocumentType> All = Enum.GetValues<DocumentType>();

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
