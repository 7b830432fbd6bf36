using FaspayBilling.Core.Domain.TaxOffice.Coretax;

namespace FaspayBilling.Tests.Domain.TaxOffice.Coretax;

public sealed class CoretaxReferenceTests
{
    [Theory]
    [InlineData("INV-FPY-112600018")]
    [InlineData("  inv-fpy-112600018 ")]
    [InlineData("No. INV-FPY-112600018, PO 4711")]
    [InlineData("(Referensi: inv-fpy-112600018)")]
    [InlineData("INV/FPY/112600018")]
    [InlineData("INV FPY 112600018")]
    [InlineData("INVFPY112600018")]
    public void Our_number_is_found_however_it_is_written(string reference) =>
        CoretaxReference.Numbers(reference).Should().Contain("INV-FPY-112600018");

    [Theory]
    [InlineData("REINV-FPY-112600018")]
    [InlineData("INV-FPY-11260001")]
    [InlineData("INV-FPY-112600018X")]
    [InlineData("PO 112600018")]
    public void What_only_looks_like_it_is_not_taken_for_it(string reference) =>
        CoretaxReference.Numbers(reference).Should().NotContain("INV-FPY-112600018");

    [Fact]
    public void Several_numbers_are_all_found() =>
        CoretaxReference.Numbers("INV-FPY-112600018 dan INV-FPY-112600019")
            .Should().Contain(["INV-FPY-112600018", "INV-FPY-112600019"]);

    [Fact]
    public void Of_an_empty_reference_there_is_none() => CoretaxReference.Numbers("  ").Should().BeEmpty();
}
