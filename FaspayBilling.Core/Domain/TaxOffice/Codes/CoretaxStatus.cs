namespace FaspayBilling.Core.Domain.TaxOffice.Codes;

/// <summary>The states that Coretax's list of output invoices names (docs/sources/tax-law.md 2.2).</summary>
public enum CoretaxStatus
{
    Created,
    SavedInvalid,
    SigningInProgress,
    Approved,
    Amended,
    WaitingForAmendment,
    WaitingForCancellation,
    Canceled,
    Rejected,
}
