namespace FaspayBilling.Core.Domain.TaxOffice;

/// <summary>Where somebody can mend what keeps an invoice from being exported.</summary>
public enum ProblemLocation
{
    Invoice,
    Customer,
    Merchant,

    /// <summary>A row of Coretax's list waits for a decision.</summary>
    CoretaxList,
}
