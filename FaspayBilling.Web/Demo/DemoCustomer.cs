using System.Globalization;
using FaspayBilling.Core.Domain.Customers;

namespace FaspayBilling.Web.Demo;

/// <summary>A customer of the demo, with what only the demo needs to know of it.</summary>
/// <param name="Number">The API's customer_id.</param>
/// <param name="Name">As invoices show it.</param>
/// <param name="Mail">What stands before <c>.example</c> in its address.</param>
/// <param name="Phone">As a letterhead writes it.</param>
/// <param name="Address">One line.</param>
/// <param name="Npwp">15 or 16 digits; empty for a private person, who is billed without Invoice Tax.</param>
/// <param name="Buys">What it is billed for.</param>
/// <param name="Days">Days to due.</param>
public sealed record DemoCustomer(int Number, string Name, string Mail, string Phone, string Address, string Npwp, DemoTrade Buys, int Days)
{
    public bool Taxed => Npwp.Length > 0;

    /// <summary>The group it is in.</summary>
    public string Group => Name[..2] switch
    {
        "PT" => "Corporate",
        "CV" or "UD" => "Small business",
        _ => "Retail",
    };

    // A firm without an NPWP is known by its business number, a person by the NIK.
    private bool IsFirm => Name.StartsWith("PT", StringComparison.Ordinal) || Name.StartsWith("Yayasan", StringComparison.Ordinal);

    private BuyerIdType Document => Taxed ? BuyerIdType.Tin : IsFirm ? BuyerIdType.OtherId : BuyerIdType.NationalId;

    private string DocumentNumber => Document switch
    {
        BuyerIdType.OtherId => string.Create(CultureInfo.InvariantCulture, $"NIB 91200{Number:D8}"),
        BuyerIdType.NationalId => string.Create(
            CultureInfo.InvariantCulture,
            $"317101{(Number % 28) + 1 + (Number % 2 * 40):D2}{(Number % 12) + 1:D2}{60 + (Number % 40):D2}{Number:D4}"),
        _ => "",
    };

    internal Customer Of(long merchantId, long groupId) => new()
    {
        MerchantId = merchantId,
        Number = Number,
        Name = Name,
        Email = $"finance@{Mail}.example",
        Phone = PhoneNumber.Text(PhoneNumber.Home, Phone.TrimStart('0')),
        Address = Address,
        GroupId = groupId,
        VaNumber = string.Create(CultureInfo.InvariantCulture, $"88{merchantId:D2}{Number:D6}"),
        Document = Document,
        DocumentNumber = DocumentNumber,
        Npwp = Npwp,
        NpwpName = Taxed ? Name : "",
        NpwpAddress = Taxed ? Address : "",
        TaxableCompany = Taxed,
    };
}
