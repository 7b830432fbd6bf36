using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.Invoices;

/// <summary>What the customer is sent, as PDF, mail and bill page call it.</summary>
public enum InvoiceTitle
{
    Invoice,

    /// <summary>Never sent: neither a bill nor a proforma.</summary>
    Draft,
    Proforma,
    CreditNote,
    DebitNote,
    RefundNote,
    SelfBilledInvoice,
    SelfBilledCreditNote,
    SelfBilledDebitNote,
    SelfBilledRefundNote,
}

/// <summary>Titles by type and status.</summary>
public static class InvoiceTitles
{
    /// <summary>
    /// A note is a note at any time; an invoice that was never sent is a draft, one that was sent for confirmation a proforma.
    /// </summary>
    public static InvoiceTitle Title(this Invoice invoice) => invoice.DocumentType switch
    {
        DocumentType.CreditNote => InvoiceTitle.CreditNote,
        DocumentType.DebitNote => InvoiceTitle.DebitNote,
        DocumentType.RefundNote => InvoiceTitle.RefundNote,
        DocumentType.SelfBilledInvoice => InvoiceTitle.SelfBilledInvoice,
        DocumentType.SelfBilledCreditNote => InvoiceTitle.SelfBilledCreditNote,
        DocumentType.SelfBilledDebitNote => InvoiceTitle.SelfBilledDebitNote,
        DocumentType.SelfBilledRefundNote => InvoiceTitle.SelfBilledRefundNote,
        DocumentType.Invoice => invoice.Status switch
        {
            InvoiceStatus.Draft => InvoiceTitle.Draft,
            InvoiceStatus.Proforma => InvoiceTitle.Proforma,
            _ => InvoiceTitle.Invoice,
        },
    };

    /// <summary>False for what lowers the customer's debt, and for what the buyer issues: nothing is due from the customer on it.</summary>
    public static bool IsOwed(this InvoiceTitle title) =>
        title is InvoiceTitle.Invoice or InvoiceTitle.Draft or InvoiceTitle.Proforma or InvoiceTitle.DebitNote;

    /// <summary>The title inside a sentence or a heading.</summary>
    public static string Text(this InvoiceTitle title, Language language) => (title, language) switch
    {
        (InvoiceTitle.Invoice, Language.Indonesian) => "Faktur tagihan",
        (InvoiceTitle.Draft, Language.Indonesian) => "Draf faktur tagihan",
        (InvoiceTitle.Proforma, Language.Indonesian) => "Faktur proforma",
        (InvoiceTitle.CreditNote, Language.Indonesian) => "Nota kredit",
        (InvoiceTitle.DebitNote, Language.Indonesian) => "Nota debit",
        (InvoiceTitle.RefundNote, Language.Indonesian) => "Nota pengembalian",
        (InvoiceTitle.SelfBilledInvoice, Language.Indonesian) => "Tagihan terbitan sendiri",
        (InvoiceTitle.SelfBilledCreditNote, Language.Indonesian) => "Nota kredit terbitan sendiri",
        (InvoiceTitle.SelfBilledDebitNote, Language.Indonesian) => "Nota debit terbitan sendiri",
        (InvoiceTitle.SelfBilledRefundNote, Language.Indonesian) => "Nota pengembalian terbitan sendiri",
        (InvoiceTitle.Invoice, Language.English) => "Invoice",
        (InvoiceTitle.Draft, Language.English) => "Draft invoice",
        (InvoiceTitle.Proforma, Language.English) => "Proforma invoice",
        (InvoiceTitle.CreditNote, Language.English) => "Credit note",
        (InvoiceTitle.DebitNote, Language.English) => "Debit note",
        (InvoiceTitle.RefundNote, Language.English) => "Refund note",
        (InvoiceTitle.SelfBilledInvoice, Language.English) => "Self-billed invoice",
        (InvoiceTitle.SelfBilledCreditNote, Language.English) => "Self-billed credit note",
        (InvoiceTitle.SelfBilledDebitNote, Language.English) => "Self-billed debit note",
        (InvoiceTitle.SelfBilledRefundNote, Language.English) => "Self-billed refund note",
    };
}
