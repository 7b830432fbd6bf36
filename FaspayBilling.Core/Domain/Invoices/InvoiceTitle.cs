using FaspayBilling.Core.Domain.Documents;

namespace FaspayBilling.Core.Domain.Invoices;

/// <summary>What the customer is sent, as PDF, mail and bill page call it.</summary>
public enum InvoiceTitle
{
    Invoice,
    Proforma,
    CreditNote,
    DebitNote,
    RefundNote,
}

/// <summary>Titles by type and status.</summary>
public static class InvoiceTitles
{
    /// <summary>A note is a note at any time; an invoice that was not issued is a proforma.</summary>
    public static InvoiceTitle Title(this Invoice invoice) => invoice.DocumentType switch
    {
        DocumentType.CreditNote or DocumentType.SelfBilledCreditNote => InvoiceTitle.CreditNote,
        DocumentType.DebitNote or DocumentType.SelfBilledDebitNote => InvoiceTitle.DebitNote,
        DocumentType.RefundNote or DocumentType.SelfBilledRefundNote => InvoiceTitle.RefundNote,
        DocumentType.Invoice or DocumentType.SelfBilledInvoice =>
            invoice.Status is InvoiceStatus.Draft or InvoiceStatus.Proforma ? InvoiceTitle.Proforma : InvoiceTitle.Invoice,
    };

    /// <summary>False for what lowers the customer's debt: nothing is due on it.</summary>
    public static bool IsOwed(this InvoiceTitle title) => title is InvoiceTitle.Invoice or InvoiceTitle.Proforma or InvoiceTitle.DebitNote;

    /// <summary>The title inside a sentence or a heading.</summary>
    public static string Text(this InvoiceTitle title, InvoiceLanguage language) => (title, language) switch
    {
        (InvoiceTitle.Invoice, InvoiceLanguage.Indonesian) => "Faktur tagihan",
        (InvoiceTitle.Proforma, InvoiceLanguage.Indonesian) => "Faktur proforma",
        (InvoiceTitle.CreditNote, InvoiceLanguage.Indonesian) => "Nota kredit",
        (InvoiceTitle.DebitNote, InvoiceLanguage.Indonesian) => "Nota debit",
        (InvoiceTitle.RefundNote, InvoiceLanguage.Indonesian) => "Nota pengembalian",
        (InvoiceTitle.Proforma, _) => "Proforma invoice",
        (InvoiceTitle.CreditNote, _) => "Credit note",
        (InvoiceTitle.DebitNote, _) => "Debit note",
        (InvoiceTitle.RefundNote, _) => "Refund note",
        _ => "Invoice",
    };
}
