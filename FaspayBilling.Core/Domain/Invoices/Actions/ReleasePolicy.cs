using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.TaxOffice.Codes;

namespace FaspayBilling.Core.Domain.Invoices.Actions;

/// <summary>Whether an invoice's E-Faktur No may be given back (docs/rules.md 5, docs/sources/tax-law.md 1.5).</summary>
public static class ReleasePolicy
{
    /// <summary>The three documented conditions, for the checklist on the detail page.</summary>
    public static IReadOnlyList<ReleaseCondition> Conditions(InvoiceFacts facts) =>
    [
        new(Message.Of("release.cancelled"), facts.Status == InvoiceStatus.Cancelled, TaxNumberRefusals.ReleaseInvoiceNotCancelled),
        new(Message.Of("release.taxed"), facts.InvoiceTax, TaxNumberRefusals.TaxInactive),
        new(Message.Of("release.no-file"), !facts.HasTaxFile, TaxNumberRefusals.ReleaseFileUploaded),
    ];

    /// <summary>
    /// Why the number may not be given back; null when it may. An exported number still needs <see cref="WhyConfirm"/> answered.
    /// </summary>
    public static Refusal? WhyNot(InvoiceFacts facts) =>
        !facts.HasTaxNumber ? TaxNumberRefusals.NoTaxNumberToCancel
        : Conditions(facts).FirstOrDefault(c => !c.Holds)?.Refusal
        ?? (facts.TaxApproval != TaxApproval.Unknown ? TaxNumberRefusals.TaxNumberApproved : null);

    /// <summary>
    /// Asks for the extra confirmation that an exported number was never approved by the tax office; null when none is needed.
    /// </summary>
    public static Refusal? WhyConfirm(InvoiceFacts facts, bool neverApprovedConfirmed) =>
        facts.Exported && !neverApprovedConfirmed ? TaxNumberRefusals.TaxNumberExported : null;
}
