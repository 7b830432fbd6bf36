using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Tests.Domain.Customers;

public sealed class IdentityTests
{
    [Theory]
    [InlineData("022732101075000", true)]
    [InlineData("026015362054000", true)]
    [InlineData("0026015362054000", true)]
    [InlineData("021832415075000", true)]
    [InlineData("123456782075000", true)]
    [InlineData("022732102075000", false)]
    [InlineData("0026015361054000", false)]
    [InlineData("000000000000000", true)]
    [InlineData("0000000000000000", true)]
    [InlineData("1012345678901234", true)]
    [InlineData("3171010101900001", true)]
    [InlineData("", true)]
    public void The_ninth_digit_checks_the_eight_before_it_where_one_is_published(string npwp, bool holds) =>
        Npwp.CheckDigitHolds(npwp).Should().Be(holds);

    [Theory]
    [InlineData("3171010101900001", true)]
    [InlineData("3171014101900001", true)]
    [InlineData("3171017101900001", true)]
    [InlineData("3171017201900001", false)]
    [InlineData("3171013201900001", false)]
    [InlineData("3171010001900001", false)]
    [InlineData("3171014001900001", false)]
    [InlineData("3171010113900001", false)]
    [InlineData("3171010100900001", false)]
    [InlineData("3171010101900000", false)]
    [InlineData("0071010101900001", false)]
    public void A_NIK_holds_a_birth_date_with_40_added_to_a_womans_day(string nik, bool plausible) =>
        Nik.IsPlausible(nik).Should().Be(plausible);

    [Theory]
    [InlineData("3171010101900001", true)]
    [InlineData("317101010190000", false)]
    [InlineData("31710101019000011", false)]
    [InlineData("317101010190000A", false)]
    [InlineData("٣171010101900001", false)]
    public void A_NIK_has_16_digits(string nik, bool valid) => Nik.IsValid(nik).Should().Be(valid);

    [Theory]
    [InlineData("0026015362054000000000", "026015362054000", true)]
    [InlineData("0026015362054000000000", "0026015362054000", true)]
    [InlineData("0026015362054000000012", "026015362054000", true)]
    [InlineData("0022732101075000000000", "026015362054000", false)]
    [InlineData("002601536205400000000", "026015362054000", false)]
    [InlineData("0026015362054000000000", "", false)]
    public void A_NITKU_is_the_NPWP_and_six_digits_more(string nitku, string npwp, bool valid) =>
        Nitku.IsValid(nitku, npwp).Should().Be(valid);

    [Theory]
    [InlineData("1234567890", true)]
    [InlineData("0000000000", true)]
    [InlineData("123456789", false)]
    [InlineData("12345678901", false)]
    [InlineData("12345 7890", false)]
    public void A_VA_Static_Number_has_exactly_10_digits(string number, bool valid) => VaNumber.IsValid(number).Should().Be(valid);

    [Theory]
    [InlineData("", "62", "")]
    [InlineData("+62 812-1904 7710", "62", "812-1904 7710")]
    [InlineData("(+62) – (8123456789)", "62", "8123456789")]
    [InlineData("021-5290 1144", "62", "021-5290 1144")]
    [InlineData("+12425550100", "1242", "5550100")]
    [InlineData("+1 212 555 0100", "1", "212 555 0100")]
    [InlineData("+65 6123 4567", "65", "6123 4567")]
    public void A_phone_is_a_code_and_a_number(string phone, string code, string contact) =>
        PhoneNumber.Parse(phone).Should().Be((code, contact));

    [Fact]
    public void Every_country_has_three_letters_a_name_and_a_phone_code()
    {
        Countries.All.Should().HaveCount(249).And.OnlyHaveUniqueItems(c => c.Code);
        Countries.All.Should().OnlyContain(
            c => c.Code.All(char.IsAsciiLetterUpper) && c.Name.Length > 3 && c.PhoneCode.All(char.IsAsciiDigit));
        Countries.All.Single(c => c.Code == "IDN").Should().Be(new Country("IDN", "Indonesia", "62"));
    }
}
