using FaspayBilling.Core.Domain.TaxOffice.Files;
using FaspayBilling.Tests.Domain.Shared;

namespace FaspayBilling.Tests.Domain.TaxOffice.Files;

public sealed class TaxFileNameTests
{
    private const string Documented = "022732101075000-0110072225610008-026015362054000-20221103160012.pdf";

    [Fact]
    public void The_documented_name_is_read() =>
        TaxFileName.Parse(Documented)
            .Should().Be(
                new TaxFileName("022732101075000", "01", true, Sample.Number("007-22.25610008"), "026015362054000", "20221103160012"));

    [Theory]
    [InlineData("022732101075000-0100072225610008-026015362054000-20221103160012.pdf", "01", false)]
    [InlineData("022732101075000-1010072225610008-026015362054000-20221103160012.pdf", "10", true)]
    [InlineData("0022732101075000-0400072225610008-0026015362054000-20221103160012.pdf", "04", false)] // 16-digit tax ids
    [InlineData("022732101075000-0100072225610008-3171234567890123-20221103160012.PDF", "01", false)]
    public void Code_and_replacement_are_in_the_first_three_digits(string name, string code, bool replacement)
    {
        var read = TaxFileName.Parse(name);

        read.Should().NotBeNull();
        (read!.TransactionCode, read.Replacement, read.Number).Should().Be((code, replacement, Sample.Number("007-22.25610008")));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".pdf")]
    [InlineData("---.pdf")]
    [InlineData("invoice.pdf")]
    [InlineData("022732101075000-0110072225610008-026015362054000-20221103160012")]
    [InlineData("022732101075000-0110072225610008-026015362054000-20221103160012.zip")]
    [InlineData("022732101075000-0110072225610008-026015362054000-20221103160012.pdf.exe")]
    [InlineData("022732101075000-0110072225610008-026015362054000-20221103160012.pdf.pdf")]
    [InlineData("022732101075000-0110072225610008-026015362054000-20221103160012 .pdf")]
    [InlineData(" 022732101075000-0110072225610008-026015362054000-20221103160012.pdf")]
    [InlineData("022732101075000-0110072225610008-026015362054000-20221103160012-1.pdf")]
    [InlineData("022732101075000-0110072225610008-026015362054000.pdf")]
    [InlineData("22732101075000-0110072225610008-026015362054000-20221103160012.pdf")] // 14 digits
    [InlineData("022732101075000-0110072225610008-02601536205400012-20221103160012.pdf")] // 17 digits
    [InlineData("022732101075000-0072225610008-026015362054000-20221103160012.pdf")] // the number without its code
    [InlineData("022732101075000-0000072225610008-026015362054000-20221103160012.pdf")] // code 00
    [InlineData("022732101075000-1100072225610008-026015362054000-20221103160012.pdf")] // code 11
    [InlineData("022732101075000-0120072225610008-026015362054000-20221103160012.pdf")] // status 2
    [InlineData("022732101075000-0110072225610008-026015362054000-2022110316001.pdf")]
    [InlineData("02273210107500X-0110072225610008-026015362054000-20221103160012.pdf")]
    [InlineData("٠٢٢٧٣٢١٠١٠٧٥٠٠٠-0110072225610008-026015362054000-20221103160012.pdf")]
    [InlineData("022732101075000-0110072225610008-026015362054000-٢٠٢٢١١٠٣١٦٠٠١٢.pdf")]
    [InlineData("../022732101075000-0110072225610008-026015362054000-20221103160012.pdf")]
    [InlineData("/etc/022732101075000-0110072225610008-026015362054000-20221103160012.pdf")]
    [InlineData("C:\\022732101075000-0110072225610008-026015362054000-20221103160012.pdf")]
    [InlineData("022732101075000-0110072225610008-026015362054000-20221103160012\0.pdf")]
    [InlineData("022732101075000-0110072225610008-026015362054000-20221103160012\n.pdf")]
    [InlineData("022732101075000\u20110110072225610008\u2011026015362054000\u201120221103160012.pdf")] // other hyphens
    [InlineData("022.732.101.0-750.00-0110072225610008-026015362054000-20221103160012.pdf")]
    public void Any_other_name_is_refused(string name) => TaxFileName.Parse(name).Should().BeNull();

    [Fact]
    public void A_name_of_any_length_is_only_refused() => TaxFileName.Parse(new string('-', 1_000_000) + ".pdf").Should().BeNull();

    [Fact]
    public void The_limits_of_an_upload_are_those_of_the_rules() =>
        (TaxFileLimits.Archive, TaxFileLimits.Files, TaxFileLimits.Pdf, TaxFileLimits.Unpacked)
            .Should().Be((104_857_600L, 1_000, 2_097_152L, 209_715_200L));
}
