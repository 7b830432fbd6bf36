using FaspayBilling.Core.Domain.Customers;

namespace FaspayBilling.Tests.Domain.Customers;

public sealed class CustomerRulesTests
{
    private static readonly CustomerInput Company = GoodCustomer.Company;
    private static readonly CustomerInput Person = GoodCustomer.Person;

    public static TheoryData<string, CustomerInput, string> Refused => new()
    {
        { "no name", Company with { Name = "" }, "customer.name" },
        { "a name of blanks", Company with { Name = " \t\n" }, "customer.name" },
        { "a long name", Company with { Name = new('x', 201) }, "customer.name" },
        { "no e-mail", Company with { Email = "" }, "customer.email" },
        {
            "eleven e-mails", Company with { Email = string.Join(';', Enumerable.Range(1, 11).Select(n => $"a{n}@b.example")) },
            "customer.email"
        },
        { "no e-mail among others", Company with { Email = "a@b.example; nobody" }, "customer.email" },
        { "letters in the phone", Company with { ContactNo = "call me" }, "customer.phone" },
        { "three digits of phone", Company with { ContactNo = "123" }, "customer.phone" },
        { "sixteen digits of phone", Company with { ContactNo = "1234567890123456" }, "customer.phone" },
        { "a phone code of nobody", Company with { PhoneCode = "999", ContactNo = "8123456" }, "customer.phone" },
        { "a long address", Company with { Address = new('x', 501) }, "customer.address" },
        { "9 digits of VA", Company with { VaNumber = "123456789" }, "customer.va-number" },
        { "a long info", Company with { AdditionalInfo = new('x', 501) }, "customer.additional-info" },
        { "code 11", Company with { TransactionCode = "11" }, "customer.transaction-code" },
        { "code 1", Company with { TransactionCode = "1" }, "customer.transaction-code" },
        { "14 digits of NPWP", Company with { Npwp = "02601536205400" }, "customer.npwp" },
        { "letters in the NPWP", Company with { Npwp = "02.601.536.2-054.O00" }, "customer.npwp" },
        { "a long owner", Company with { NpwpName = new('x', 201) }, "customer.npwp-name" },
        { "a long owner's address", Company with { NpwpAddress = new('x', 501) }, "customer.npwp-address" },
        { "another's NITKU", Company with { Nitku = "0022732101075000000000" }, "customer.nitku" },
        { "a person's NITKU", Person with { Nitku = "0022732101075000000000" }, "customer.nitku" },
        { "a country in two letters", Company with { Country = "ID" }, "customer.country" },
        { "India's letters mistyped", Company with { Country = "IDX" }, "customer.country" },
        { "15 digits of NIK", Person with { DocumentNumber = "317101010190000" }, "customer.document-number" },
        { "a long passport", Person with { Document = BuyerIdType.Passport, DocumentNumber = new('x', 41) }, "customer.document-number" },
        { "TIN with a document", Company with { DocumentNumber = "X1" }, "customer.document-number" },
    };

    public static TheoryData<string, CustomerInput> Accepted => new()
    {
        { "a company", Company },
        { "only name and e-mail", new() { Name = "Budi", Email = "budi@pelanggan.example" } },
        { "two e-mails", Company with { Email = "a@b.example, c@d.example" } },
        { "no address", Company with { Address = "" } },
        { "no VA", Company with { VaNumber = "" } },
        { "no NPWP", Company with { Npwp = "", NpwpName = "", NpwpAddress = "" } },
        { "no NIK", Person with { DocumentNumber = "" } },
        { "no passport number", Person with { Document = BuyerIdType.Passport, DocumentNumber = "" } },
        { "punctuation", Company with { Npwp = "02.601.536.2-054.000", VaNumber = "12345-67890" } },
        { "16 digits", Company with { Npwp = "0026015362054000", Nitku = "0026015362054000.000012" } },
        { "a wrong check digit", Company with { Npwp = "026015361054000" } },
        { "a new company", Company with { Npwp = "1000000000123456" } },
        { "no phone", Company with { ContactNo = "" } },
        { "a person", Person },
        { "a NIK with an odd birth date", Person with { DocumentNumber = "3171019913900001" } },
        { "a passport", Person with { Document = BuyerIdType.Passport, DocumentNumber = "C1234567", Country = "sgp" } },
        { "another paper", Person with { Document = BuyerIdType.OtherId, DocumentNumber = "KITAS 12/3" } },
        { "code 10", Company with { TransactionCode = "10" } },
        { "a name of 200 letters", Company with { Name = new('x', 200) } },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_bad_field_is_refused_by_its_code(string what, CustomerInput input, string code) =>
        Codes(input).Should().Equal([code], what);

    [Theory]
    [MemberData(nameof(Accepted))]
    public void What_is_right_or_only_doubtful_is_accepted(string what, CustomerInput input) =>
        Codes(input).Should().BeEmpty(what);

    [Fact]
    public void Every_refusal_names_a_field_of_the_form() =>
        CustomerRules.WhyNot(
            CustomerRules.Clean(
                new() { Document = BuyerIdType.NationalId, Country = "", TransactionCode = "x", ContactNo = "x", Nitku = "1", Npwp = "1" }),
            _ => false)
            .Should().HaveCountGreaterThan(6).And.OnlyContain(r => typeof(CustomerInput).GetProperty(r.Field!) != null);

    [Theory]
    [InlineData("026015361054000", "check digit")]
    [InlineData("000000000000000", "zeros")]
    [InlineData("3171019901900001", "birth date")]
    [InlineData("026015362054000", null)]
    [InlineData("1012345678901234", null)]
    [InlineData("12", null)]
    [InlineData("not a number at", null)]
    public void What_the_register_may_know_better_is_a_warning(string npwp, string? warning)
    {
        var said = CustomerRules.Warning(CustomerRules.Clean(Company with { Npwp = npwp }));

        (said is null).Should().Be(warning is null);
        if (warning is not null)
        {
            said!.Sentence().Should().Contain(warning);
        }
    }

    [Fact]
    public void A_NIK_that_is_refused_gets_no_warning_too() =>
        CustomerRules.Warning(Person with { DocumentNumber = "12" }).Should().BeNull();

    [Fact]
    public void Text_is_stored_as_one_line_that_every_file_can_carry()
    {
        var clean = CustomerRules.Clean(
            Company with { Name = "  PT\u0000 Maju \r\n Jaya\ud800 \u0085", Address = "Jl. A\tNo. 1\nJakarta" });

        clean.Name.Should().Be("PT Maju Jaya\ufffd");
        clean.Address.Should().Be("Jl. A No. 1 Jakarta");
    }

    private static IEnumerable<string> Codes(CustomerInput input) =>
        CustomerRules.WhyNot(CustomerRules.Clean(input), e => e.Contains('@') && !e.Contains(',')).Select(r => r.Code);
}
