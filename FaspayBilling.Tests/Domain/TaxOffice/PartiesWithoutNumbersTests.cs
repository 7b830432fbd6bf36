using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.TaxOffice;
using FaspayBilling.Tests.Domain.Shared;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Domain.TaxOffice;

/// <summary>Zeros stand for no number; what stays of a name is what the file holds; and what is only worth a look.</summary>
public sealed class PartiesWithoutNumbersTests
{
    public static TheoryData<string, Action<Customer>, string> Customers => new()
    {
        { "15 zeros", c => c.Npwp = new string('0', 15), "buyer-npwp" },
        { "16 zeros", c => c.Npwp = new string('0', 16), "buyer-npwp" },
        { "zeros beside a NIK", c => Identify(c, BuyerIdType.NationalId, "3171012505800001"), "" },
        { "zeros beside a passport", c => Identify(c, BuyerIdType.Passport, "A1234567"), "" },
        { "zeros beside no NIK", c => Identify(c, BuyerIdType.NationalId, ""), "buyer-nik" },
        { "a NIK of zeros", c => Identify(c, BuyerIdType.NationalId, new string('0', 16)), "buyer-nik" },
        { "a passport of zeros", c => Identify(c, BuyerIdType.Passport, "0000"), "buyer-document" },
        { "another document of zeros", c => Identify(c, BuyerIdType.OtherId, "0 "), "buyer-document" },
    };

    [Theory, MemberData(nameof(Customers))]
    public void Zeros_are_a_number_only_beside_another_document(string what, Action<Customer> spoil, string expected)
    {
        foreach (var file in new[] { TaxChannel.Desktop, TaxChannel.Coretax })
        {
            Codes(file, TaxSample.Customer(spoil)).Should().Be(expected, what);
        }
    }

    [Fact]
    public void The_sentence_says_what_zeros_mean() =>
        Problems(TaxChannel.Desktop, TaxSample.Customer(c => c.Npwp = new string('0', 15))).Single().Message.Sentence()
            .Should().Contain("stands for none").And.Contain("passport");

    [Fact]
    public void A_seller_of_zeros_has_no_NPWP()
    {
        var merchant = TaxSample.Merchant();
        (merchant.Npwp, merchant.Nitku) = (new string('0', 15), new string('0', 22));

        ExportProblems.Of(TaxChannel.Coretax, merchant, TaxSample.Customer(), TaxSample.Invoice(), (_, _) => true).Select(p => p.Code)
            .Should().Equal("seller-npwp");
    }

    [Fact]
    public void A_name_or_address_of_which_nothing_is_left_in_the_file_is_none()
    {
        var customer = TaxSample.Customer(c => (c.NpwpName, c.NpwpAddress) = ("🧾🧾", "🏠"));

        Codes(TaxChannel.Desktop, customer).Should().Be("buyer-name buyer-address");
        Codes(TaxChannel.Coretax, customer).Should().BeEmpty();
    }

    [Theory]
    [InlineData("000-22.00000001", "2023-03-07", "export-warning.other-year", "")]
    [InlineData("000-22.00000001", "2022-03-07", "", "")]
    [InlineData("000-26.00000001", "2026-11-16", "", "")]
    public void A_number_of_another_year_than_the_invoices_is_worth_a_look(string number, string day, string csv, string xml)
    {
        var invoice = TaxSample.Invoice(date: Sample.Day(day), numbered: false);
        invoice.With((nameof(Invoice.TaxNumber), Sample.Number(number)));

        Warned(TaxChannel.Desktop, TaxSample.Customer(), invoice).Should().Be(csv);
        Warned(TaxChannel.Coretax, TaxSample.Customer(), invoice).Should().Be(xml);
    }

    [Theory]
    [InlineData("070000000000000", "export-warning.npwp-15")] // a person of 15 digits
    [InlineData("0090000000000000", "export-warning.npwp-15")] // the same with its zero
    [InlineData("040000000000000", "export-warning.npwp-15")]
    [InlineData("026015362054000", "")] // a company
    [InlineData("3171012505800001", "")] // the NIK
    [InlineData("1091031210912281", "")] // a company registered lately
    public void A_persons_old_NPWP_that_Coretax_gets_with_a_zero_is_worth_a_look(string npwp, string expected)
    {
        var customer = TaxSample.Customer(c => c.Npwp = npwp);

        Warned(TaxChannel.Coretax, customer, TaxSample.Invoice()).Should().Be(expected);
        Warned(TaxChannel.Desktop, customer, TaxSample.Invoice()).Should().BeEmpty("the CSV writes it as it is");
    }

    private static void Identify(Customer customer, BuyerIdType document, string number) =>
        (customer.Npwp, customer.Document, customer.DocumentNumber) = (new string('0', 15), document, number);

    private static string Warned(TaxChannel file, Customer customer, Invoice invoice) =>
        string.Join(' ', ExportProblems.Warnings(file, customer, invoice).Select(m => m.Key));

    private static IReadOnlyList<ExportProblem> Problems(TaxChannel file, Customer customer) =>
        ExportProblems.Of(file, TaxSample.Merchant(), customer, TaxSample.Invoice(), (_, _) => true);

    private static string Codes(TaxChannel file, Customer customer) => string.Join(' ', Problems(file, customer).Select(p => p.Code));
}
