namespace FaspayBilling.Core.Domain.Invoices;

/// <summary>What the Actions menu can offer, in its order.</summary>
public enum InvoiceAction
{
    SendAsProforma,
    Send,
    IssueAsInvoice,
    RecordPayment,
    GenerateTaxNumber,
    Cancel,
    CancelTaxNumber,
    UploadDocument,
    Duplicate,
    Delete,
}
