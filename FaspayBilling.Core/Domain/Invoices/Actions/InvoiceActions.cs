using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Codes;

namespace FaspayBilling.Core.Domain.Invoices.Actions;

/// <summary>Which actions an invoice allows: the menu, the list and the handlers ask here (docs/rules.md 2, 4, 5, 6, 10).</summary>
public static class InvoiceActions
{
    private static readonly InvoiceAction[] All = Enum.GetValues<InvoiceAction>();

    /// <summary>Exactly what this role may do with this invoice now, in menu order; a Viewer gets nothing.</summary>
    public static IReadOnlyList<InvoiceAction> Offered(InvoiceFacts facts, Role role, bool eFakturModule, DateTime now) =>
        role < Role.Finance ? [] : [.. All.Where(a => WhyNot(a, facts, eFakturModule, now) is null)];

    /// <summary>Why this action is not possible now; null when it is.</summary>
    public static Refusal? WhyNot(InvoiceAction action, InvoiceFacts facts, bool eFakturModule, DateTime now) => action switch
    {
        InvoiceAction.Edit =>
            facts.Status is InvoiceStatus.Draft or InvoiceStatus.Proforma ? null : InvoiceRefusals.InvoiceNotEditable(facts.Status),
        InvoiceAction.SendAsProforma or InvoiceAction.Send =>
            facts.Status == InvoiceStatus.Draft ? null : InvoiceRefusals.InvoiceNotIssuable(facts.Status),
        InvoiceAction.IssueAsInvoice => facts.Status == InvoiceStatus.Proforma ? null : InvoiceRefusals.InvoiceNotIssuable(facts.Status),
        InvoiceAction.RecordPayment => PaymentRules.WhyNotPaid(facts.DocumentType, facts.Status),
        InvoiceAction.Resend =>
            facts.Status == InvoiceStatus.Proforma || facts.Status.IsIssued() ? null : InvoiceRefusals.InvoiceNotResendable,
        InvoiceAction.GenerateTaxNumber => GeneratePolicy.WhyNot(facts, eFakturModule),
        InvoiceAction.CreditNote or InvoiceAction.DebitNote =>
            facts.Status.IsIssued() && facts.DocumentType == DocumentType.Invoice ? null : InvoiceRefusals.InvoiceNotNoted(facts.Status),
        InvoiceAction.Cancel => CancellationPolicy.WhyNot(CancellationRequest.OnScreen(facts, now)).FirstOrDefault(),
        InvoiceAction.CancelTaxNumber => eFakturModule ? ReleasePolicy.WhyNot(facts) : Refusals.ModuleOff,
        InvoiceAction.UploadDocument or InvoiceAction.Duplicate => null,
        InvoiceAction.Delete => WhyNotDelete(facts),
    };

    private static Refusal? WhyNotDelete(InvoiceFacts facts) =>
        facts.Status is not (InvoiceStatus.Draft or InvoiceStatus.Proforma or InvoiceStatus.Cancelled)
            ? InvoiceRefusals.InvoiceNotDeletable(facts.Status)
        : facts.HasTaxNumber ? InvoiceRefusals.InvoiceHoldsTaxNumber
        : facts.TaxApproval != TaxApproval.Unknown ? InvoiceRefusals.InvoiceKnownToTaxOffice
        : null;
}
