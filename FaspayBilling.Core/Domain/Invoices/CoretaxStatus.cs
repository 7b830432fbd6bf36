namespace FaspayBilling.Core.Domain.Invoices;

/// <summary>The states that Coretax's list of output invoices names (efaktur-id.md 2.2).</summary>
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
