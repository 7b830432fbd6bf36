using FaspayBilling.Core.Domain.Customers;

namespace FaspayBilling.Core.Domain.TaxOffice;

/// <summary>A buyer's name and address as tax invoices state them: those of the NPWP, else the customer's own.</summary>
public static class BuyerText
{
    public static string Name(Customer customer) => customer.NpwpName.Trim() is { Length: > 0 } name ? name : customer.Name.Trim();

    public static string Address(Customer customer) =>
        customer.NpwpAddress.Trim() is { Length: > 0 } address ? address : customer.Address.Trim();
}
