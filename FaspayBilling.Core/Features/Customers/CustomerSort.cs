namespace FaspayBilling.Core.Features.Customers;

/// <summary>The columns by which the Customer List sorts.</summary>
public enum CustomerSort
{
    Name,
    Email,
    Group,
    Number,
    Npwp,
    VaNumber,
}
