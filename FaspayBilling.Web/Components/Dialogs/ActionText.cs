using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Web.Components.Ui;

namespace FaspayBilling.Web.Components.Dialogs;

/// <summary>How an action on an invoice is worded: in the menu, in its question and in its success notice.</summary>
/// <param name="Label">In the menu, and the title of its dialog.</param>
/// <param name="Question">Asked before it is done; {0} is the invoice number.</param>
/// <param name="Notice">Said after it was done.</param>
public sealed record ActionText(string Label, string Question, string Notice, IconName Icon, bool Danger = false)
{
    public static ActionText Of(InvoiceAction action) => action switch
    {
        InvoiceAction.Edit => new("Edit", "", "", IconName.Edit),
        InvoiceAction.SendAsProforma => new("Send as proforma", "Send {0} as a proforma, with a mail to the customer? It can still be changed afterwards.", "The invoice is now a Proforma.", IconName.Mail),
        InvoiceAction.Send => new("Send", "Send {0}? This issues the invoice and mails it; afterwards it can only be cancelled.", "The invoice was issued.", IconName.Mail),
        InvoiceAction.IssueAsInvoice => new("Issue as invoice", "Issue {0} as an invoice and mail it? Afterwards it can only be cancelled.", "The invoice was issued.", IconName.Invoice),
        InvoiceAction.RecordPayment => new("Record payment", "", "The payment was recorded.", IconName.Check),
        InvoiceAction.Resend => new("Resend", "Mail {0} to the customer once more, as it is now?", "The mail is on its way; the Mail outbox shows what became of it.", IconName.Mail),
        InvoiceAction.CreditNote => new("Credit note", "", "", IconName.Invoice),
        InvoiceAction.DebitNote => new("Debit note", "", "", IconName.Invoice),
        InvoiceAction.GenerateTaxNumber => new("Generate E-Faktur No", "Give {0} the next available E-Faktur No?", "The E-Faktur No was generated.", IconName.Plus),
        InvoiceAction.Cancel => new("Cancel", "Cancel the invoice {0}? This cannot be undone. Its E-Faktur No stays held until it is given back.", "The invoice was cancelled.", IconName.Close, Danger: true),
        InvoiceAction.CancelTaxNumber => new("Cancel E-Faktur No", "Give the E-Faktur No of {0} back? It is then available for another invoice.", "The E-Faktur No was given back and is available again.", IconName.Refresh, Danger: true),
        InvoiceAction.UploadDocument => new("Upload Document", "", "The billing document was uploaded.", IconName.Upload),
        InvoiceAction.Duplicate => new("Duplicate", "Make a new Draft, dated today, out of {0}?", "The invoice was duplicated.", IconName.Copy),
        InvoiceAction.Delete => new("Delete", "Delete {0}? It disappears from the lists.", "The invoice was deleted.", IconName.Delete, Danger: true),
    };
}
