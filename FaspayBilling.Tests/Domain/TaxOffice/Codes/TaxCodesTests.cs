using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Core.Features.TaxOffice.Codes;

namespace FaspayBilling.Tests.Domain.TaxOffice.Codes;

public sealed class TaxCodesTests
{
    [Fact]
    public void There_are_39_units_in_a_row()
    {
        TaxUnits.All.Select(u => u.Code).Should().Equal(Enumerable.Range(1, 39).Select(n => $"UM.{n:D4}"));
        TaxUnits.Find(TaxUnits.Other)!.Name.Should().Be("Lainnya");
        TaxUnits.Find("UM.0040").Should().BeNull();
    }

    [Theory]
    [InlineData("07", 27)]
    [InlineData("08", 10)]
    [InlineData("04", 0)]
    [InlineData(null, 0)]
    public void Facilities_belong_to_codes_07_and_08(string? code, int count)
    {
        TaxFacilities.Of(code).Select(f => f.Number).Should().Equal(Enumerable.Range(1, count));
        TaxFacilities.NeededBy(code).Should().Be(count > 0);
    }

    [Theory]
    [InlineData("07", "TD.00527", "TD.01127", true)]
    [InlineData("08", "TD.00527", "TD.01127", false)]
    [InlineData("08", "TD.00510", "TD.01110", true)]
    [InlineData("07", "TD.00501", "TD.01102", false)]
    [InlineData("04", "TD.00501", "TD.01101", false)]
    [InlineData("07", null, null, false)]
    public void A_facility_is_named_by_an_info_and_the_stamp_of_the_same_number(string code, string? info, string? stamp, bool known) =>
        (TaxFacilities.Find(code, info, stamp) is not null).Should().Be(known);

    [Fact]
    public void All_1967_codes_of_goods_and_services_are_built_in()
    {
        GoodsCodes.All.Should().HaveCount(1967).And.OnlyHaveUniqueItems(c => new { c.Kind, c.Code });
        GoodsCodes.All.Should().OnlyContain(c => c.Code.Length == 6 && c.Name.Length > 0);
        GoodsCodes.Find(LineKind.Goods, "000000")!.Name.Should().Be("Barang");
        GoodsCodes.Find(LineKind.Service, "000000")!.Name.Should().Be("Jasa");
    }

    [Fact]
    public void A_code_is_found_by_its_start_and_by_words_of_its_name()
    {
        GoodsCodes.Search(LineKind.Service, "0101")
            .Should().NotBeEmpty().And
            .OnlyContain(c => c.Kind == LineKind.Service && c.Code.StartsWith("0101"));
        GoodsCodes.Search(LineKind.Service, "konstruksi TEMPAT tinggal").Should().Contain(c => c.Code == "010101");
        GoodsCodes.Search(LineKind.Goods, "", most: 7).Should().HaveCount(7);
        GoodsCodes.Search(LineKind.Goods, "nothing like this").Should().BeEmpty();
    }
}
