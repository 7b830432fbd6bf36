using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Formats.Pdf;
using FaspayBilling.Tests.Support.Pdf;

namespace FaspayBilling.Tests.Formats.Pdf;

public sealed class EffectiveRatePdfTests
{
    [PopplerTheory]
    [InlineData(Language.English, "VAT 1,1% Rp 550.000", "Other tax base")]
    [InlineData(Language.Indonesian, "PPN 1,1% Rp 550.000", "DPP nilai lain")]
    public async Task With_code_05_the_rate_of_the_price_stands_beside_the_VAT_and_no_other_base(
        Language language, string vat, string other)
    {
        var invoice = GivenDocument.Taxed() with
        {
            Language = language,
            TransactionCode = "05",
            EffectiveVatRate = 1.1m,
            OtherTaxBase = 4_583_333.33m,
            Vat = 550_000m,
        };

        var text = await PdfText.OfAsync(InvoicePdf.Of(invoice));

        text.Should().Contain(vat).And.NotContain(other);
    }
}
