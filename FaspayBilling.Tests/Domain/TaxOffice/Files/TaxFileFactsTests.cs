using FaspayBilling.Core.Domain.TaxOffice.Files;

namespace FaspayBilling.Tests.Domain.TaxOffice.Files;

public sealed class TaxFileFactsTests
{
    [Theory]
    [InlineData("(Referensi: INV-FPY-112600001)")]
    [InlineData("(Referensi: Tagihan inv-fpy-112600001 bulan Nov)")]
    [InlineData("( referensi : Inv-Fpy-112600001, PO 4711 )")]
    [InlineData("(Referensi:\nINV-FPY-112600001\nNov)")]
    [InlineData("( R e f e r e n s i : I N V - F P Y - 1 1 2 6 0 0 0 0 1 )")]
    [InlineData("(Referensi: INV-FPY-1126 00001)")]
    public void A_reference_names_its_invoice_however_it_is_printed(string text) =>
        TaxFileFacts.Read(text).InvoiceNumbers.Should().Contain("INV-FPY-112600001");

    [Fact]
    public void Words_around_a_number_keep_apart_from_it() =>
        TaxFileFacts.Read("(Referensi: INV-FPY-112600001 2 lembar)").InvoiceNumbers
            .Should().Contain("INV-FPY-112600001").And
            .NotContain("INV-FPY-1126000012");

    [Theory]
    [InlineData("Faktur Pajak")]
    [InlineData("(Referensi: )")]
    public void Without_a_reference_there_is_none(string text)
    {
        var facts = TaxFileFacts.Read(text);

        facts.Reference.Should().BeEmpty();
        facts.InvoiceNumbers.Should().BeEmpty();
    }
}
