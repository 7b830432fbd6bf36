using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Shared;

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
    public static string Text(this InvoiceTitle title, Language language) => (title, language) switch
    {
        (InvoiceTitle.Invoice, Language.Indonesian) => "Faktur tagihan",
        (InvoiceTitle.Proforma, Language.Indonesian) => "Faktur proforma",
        (InvoiceTitle.CreditNote, Language.Indonesian) => "Nota kredit",
        (InvoiceTitle.DebitNote, Language.Indonesian) => "Nota debit",
        (InvoiceTitle.RefundNote, Language.Indonesian) => "Nota pengembalian",
        (InvoiceTitle.Proforma, _) => "Proforma invoice",
        (InvoiceTitle.CreditNote, _) => "Credit note",
        (InvoiceTitle.DebitNote, _) => "Debit note",
        (InvoiceTitle.RefundNote, _) => "Refund note",
        _ => "Invoice",
    };
}
