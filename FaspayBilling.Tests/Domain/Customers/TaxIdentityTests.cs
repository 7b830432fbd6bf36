using FaspayBilling.Core.Domain.Customers;

namespace FaspayBilling.Tests.Domain.Customers;

public sealed class TaxIdentityTests
{
    [Theory]
    [InlineData(BuyerIdType.Tin, "026015362054000", "", "Jl. A", "", "")]
    [InlineData(BuyerIdType.Tin, "026015362054000", "", "", "JL A", "")]
    [InlineData(BuyerIdType.Tin, "", "", "Jl. A", "", "NPWP")]
    [InlineData(BuyerIdType.Tin, "", "", "", " ", "NPWP, Address")]
    [InlineData(BuyerIdType.Tin, "000000000000000", "", "Jl. A", "", "NPWP")]
    [InlineData(BuyerIdType.Tin, "0000000000000000", "", "Jl. A", "", "NPWP")]
    [InlineData(BuyerIdType.NationalId, "", "3171014101900001", "Jl. A", "", "")]
    [InlineData(BuyerIdType.NationalId, "026015362054000", "", "Jl. A", "", "NIK")]
    [InlineData(BuyerIdType.NationalId, "000000000000000", "3171014101900001", "Jl. A", "", "")]
    [InlineData(BuyerIdType.NationalId, "", "0000000000000000", "Jl. A", "", "NIK")]
    [InlineData(BuyerIdType.Passport, "", "C1234567", "Jl. A", "", "")]
    [InlineData(BuyerIdType.Passport, "0000000000000000", "C1234567", "Jl. A", "", "")]
    [InlineData(BuyerIdType.Passport, "", "0", "Jl. A", "", "Document number")]
    [InlineData(BuyerIdType.OtherId, "", "0000 ", "Jl. A", "", "Document number")]
    [InlineData(BuyerIdType.Passport, "", "", "Jl. A", "", "Document number")]
    [InlineData(BuyerIdType.OtherId, "", " ", "", "", "Document number, Address")]
    public void What_a_tax_invoice_says_of_its_buyer_is_named_as_the_form_names_it(
        BuyerIdType document, string npwp, string number, string address, string npwpAddress, string missing)
    {
        var customer = new Customer
        {
            MerchantId = 1, Number = 1, Name = "Budi", Document = document, Npwp = npwp, DocumentNumber = number, Address = address,
            NpwpAddress = npwpAddress,
        };

        string.Join(", ", TaxIdentity.Missing(customer).Select(m => m.Sentence())).Should().Be(missing);
        TaxIdentity.WhyNot(customer)?.Sentence().Should().Be(
            $"A tax invoice cannot name Budi yet; missing: {missing}. Complete the customer and send the invoice again.");
        (TaxIdentity.WhyNot(customer) is null).Should().Be(missing.Length == 0);
    }
}
