namespace FaspayBilling.Core.Domain.Customers;

/// <summary>The tax office's kinds of buyer identity (efaktur-id.md 2.5, BuyerDocument).</summary>
public enum BuyerDocument
{
    Tin,
    NationalId,
    Passport,
    OtherId,
}
