using FaspayBilling.Core.Domain.Customers;

namespace FaspayBilling.Core.Demo;

/// <summary>A customer of the demo, with what only the demo needs to know of it.</summary>
/// <param name="Number">The API's customer_id.</param>
/// <param name="Name">As invoices show it.</param>
/// <param name="Mail">What stands before <c>.example</c> in its address.</param>
/// <param name="Phone">As a letterhead writes it.</param>
/// <param name="Address">One line.</param>
/// <param name="Npwp">15 or 16 digits; empty for a private person, who is billed without Invoice Tax.</param>
/// <param name="Buys">What it is billed for.</param>
/// <param name="Days">Days to due.</param>
internal sealed record DemoCustomer(int Number, string Name, string Mail, string Phone, string Address, string Npwp, DemoTrade Buys, int Days)
{
    public bool Taxed => Npwp.Length > 0;

    public Customer Of(long merchantId) => new()
    {
        MerchantId = merchantId, Number = Number, Name = Name, Email = $"finance@{Mail}.example", Phone = Phone, Address = Address,
        Npwp = Npwp, NpwpName = Taxed ? Name : "", NpwpAddress = Taxed ? Address : "", TaxableCompany = Taxed,
    };
}
