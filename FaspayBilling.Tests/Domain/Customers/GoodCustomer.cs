using FaspayBilling.Core.Domain.Customers;

namespace FaspayBilling.Tests.Domain.Customers;

/// <summary>Inputs with nothing wrong, of which a test changes what it is about.</summary>
internal static class GoodCustomer
{
    public static readonly CustomerInput Company = new()
    {
        Name = "PT Maju Jaya",
        Email = "finance@maju.example",
        PhoneCode = "62",
        ContactNo = "21-5290 1144",
        Address = "Jl. Sudirman 1, Jakarta",
        VaNumber = "1234567890",
        TaxableCompany = true,
        TransactionCode = "04",
        Npwp = "026015362054000",
        NpwpName = "PT MAJU JAYA",
        NpwpAddress = "JL SUDIRMAN 1",
    };

    public static readonly CustomerInput Person = new()
    {
        Name = "Dewi Anggraini", Email = "dewi@example.co.id", Address = "Jl. Tebet 22, Jakarta", VaNumber = "2234567890",
        Document = BuyerIdType.NationalId, DocumentNumber = "3171014101900001",
    };
}
