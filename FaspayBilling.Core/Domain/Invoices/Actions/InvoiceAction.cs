namespace FaspayBilling.Core.Domain.Invoices.Actions;

/// <summary>What the Actions menu can offer, in its order.</summary>
public enum InvoiceAction
{
    Edit,
    SendAsProforma,
    Send,
    IssueAsInvoice,
    RecordPayment,
    Resend,
    GenerateTaxNumber,
    CreditNote,
    DebitNote,
    Cancel,
    CancelTaxNumber,
    UploadDocument,
    Duplicate,
    Delete,
}
