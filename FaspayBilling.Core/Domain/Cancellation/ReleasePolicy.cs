using FaspayBilling.Core.Domain.Invoices;

namespace FaspayBilling.Core.Domain.Cancellation;

/// <summary>Whether an invoice's E-Faktur No may be given back (R26; guards beyond it from efaktur-id.md 1.5).</summary>
public static class ReleasePolicy
{
    /// <summary>The three documented conditions, for the checklist on the detail page.</summary>
    public static IReadOnlyList<ReleaseCondition> Conditions(InvoiceFacts facts) =>
    [
        new("Invoice status is Cancelled", facts.Status == InvoiceStatus.Cancelled, Refusals.ReleaseInvoiceNotCancelled),
        new("Invoice Tax is active", facts.InvoiceTax, Refusals.TaxInactive),
        new("No E-Faktur file was uploaded", !facts.HasTaxFile, Refusals.ReleaseFileUploaded),
    ];

    /// <summary>Why the number may not be given back; null when it may. An exported number still needs <see cref="WhyConfirm"/> answered.</summary>
    public static Refusal? WhyNot(InvoiceFacts facts) =>
        !facts.HasTaxNumber ? Refusals.NoTaxNumberToCancel
        : Conditions(facts).FirstOrDefault(c => !c.Holds)?.Refusal
        ?? (facts.TaxApproval != TaxApproval.Unknown ? Refusals.TaxNumberApproved : null);

    /// <summary>Asks for the extra confirmation that an exported number was never approved by the tax office; null when none is needed.</summary>
    public static Refusal? WhyConfirm(InvoiceFacts facts, bool neverApprovedConfirmed) =>
        facts.Exported && !neverApprovedConfirmed ? Refusals.TaxNumberExported : null;
}
