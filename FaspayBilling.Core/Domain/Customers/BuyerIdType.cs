namespace FaspayBilling.Core.Domain.Customers;

/// <summary>The tax office's kinds of buyer identity (docs/sources/tax-law.md 2.5, BuyerDocument).</summary>
public enum BuyerIdType
{
    Tin,
    NationalId,
    Passport,
    OtherId,
}
