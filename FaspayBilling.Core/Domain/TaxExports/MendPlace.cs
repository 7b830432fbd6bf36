namespace FaspayBilling.Core.Domain.TaxExports;

/// <summary>Where somebody can mend what keeps an invoice from being exported.</summary>
public enum MendPlace
{
    Invoice,
    Customer,
    Merchant,
}
