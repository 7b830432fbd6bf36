using FaspayBilling.Core.Domain.Invoices.Actions;
using FaspayBilling.Core.Features.Invoices.Lists;
using MudBlazor;

namespace FaspayBilling.Web.Components.Pages.Invoices.Dialogs;

/// <summary>How an action on an invoice is worded: in the menu, in its question and in its success notice.</summary>
/// <param name="Label">In the menu, and the title of its dialog.</param>
/// <param name="Question">Asked before it is done.</param>
/// <param name="Notice">Said after it was done.</param>
public sealed record ActionText(string Label, string Question, string Notice, string Icon, bool Danger = false)
{
    public static ActionText Of(InvoiceAction action, OfferedActions offered) => action switch
    {
        InvoiceAction.Edit => new(T("Edit"), "", "", Icons.Material.Outlined.Edit),
        InvoiceAction.SendAsProforma => new(
            T("Send as proforma"),
            T($"Send {offered.Number} as a proforma, with a mail to the customer? It can still be changed afterwards."),
            T("The invoice is now a Proforma."),
            Icons.Material.Outlined.MailOutline),
        InvoiceAction.Send => new(
            T("Send"),
            T($"Send {offered.Number}? This issues the invoice and mails it; afterwards it can only be cancelled."),
            T("The invoice was issued."),
            Icons.Material.Outlined.MailOutline),
        InvoiceAction.IssueAsInvoice => new(
            T("Issue as invoice"),
            T($"Issue {offered.Number} as an invoice and mail it? Afterwards it can only be cancelled."),
            T("The invoice was issued."),
            Icons.Material.Outlined.ReceiptLong),
        InvoiceAction.RecordPayment => new(T("Record payment"), "", T("The payment was recorded."), Icons.Material.Outlined.Check),
        InvoiceAction.Resend => new(
            T("Resend"),
            T($"Mail {offered.Number} to the customer once more, as it is now?"),
            T("The mail is on its way; the Mail outbox shows what became of it."),
            Icons.Material.Outlined.MailOutline),
        InvoiceAction.CreditNote => new(T("Credit note"), "", "", Icons.Material.Outlined.ReceiptLong),
        InvoiceAction.DebitNote => new(T("Debit note"), "", "", Icons.Material.Outlined.ReceiptLong),
        InvoiceAction.GenerateTaxNumber => new(
            T("Generate E-Faktur No"),
            T($"Give {offered.Number} the next available E-Faktur No?"),
            T("The E-Faktur No was generated."),
            Icons.Material.Outlined.Add),
        InvoiceAction.Cancel => new(
            T("Cancel"),
            offered.HasTaxNumber
                ? T($"Cancel the invoice {offered.Number}? This cannot be undone. Its E-Faktur No stays held until it is given back.")
                : T($"Cancel the invoice {offered.Number}? This cannot be undone."),
            T("The invoice was cancelled."),
            Icons.Material.Outlined.Close,
            Danger: true),
        InvoiceAction.CancelTaxNumber => new(
            T("Cancel E-Faktur No"),
            T($"Give the E-Faktur No of {offered.Number} back? It is then available for another invoice."),
            T("The E-Faktur No was given back and is available again."),
            Icons.Material.Outlined.Refresh,
            Danger: true),
        InvoiceAction.UploadDocument => new(
            T("Upload Document"), "", T("The billing document was uploaded."), Icons.Material.Outlined.Upload),
        InvoiceAction.Duplicate => new(
            T("Duplicate"),
            T($"Make a new Draft, dated today, out of {offered.Number}?"),
            T("The invoice was duplicated."),
            Icons.Material.Outlined.ContentCopy),
        InvoiceAction.Delete => new(
            T("Delete"),
            T($"Delete {offered.Number}? It disappears from the lists."),
            T("The invoice was deleted."),
            Icons.Material.Outlined.Delete,
            Danger: true),
    };
}
