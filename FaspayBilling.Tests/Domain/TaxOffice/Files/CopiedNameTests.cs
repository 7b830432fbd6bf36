using FaspayBilling.Core.Domain.TaxOffice.Files;

namespace FaspayBilling.Tests.Domain.TaxOffice.Files;

public sealed class CopiedNameTests
{
    private const string Desktop = "022732101075000-0400002659800153-017583923003000-20261120160012";
    private const string Coretax =
        "OutputTaxInvoice-1b4e28ba-2fa1-11d2-883f-0016d3cca427-0022732101075000-04002600000000001-0026015362054000";

    public static TheoryData<string> Copies =>
    [
        "{0} (1).pdf", "{0}(2).pdf", "{0} (12).PDF", "{0} - Copy.pdf", "{0} - Copy (2).pdf", "{0} copy.pdf", "{0} copy 3.pdf", "{0} 2.pdf",
        "{0} - Salin.pdf", "{0} salinan 2.pdf", "Copy of {0}.pdf", "Salinan {0}.pdf", "Copy of {0} (1).pdf", "{0} (1) (1).pdf",
        "{0} - Copy - Copy.pdf", "{0} (1) - Copy.pdf",
    ];

    [Theory]
    [MemberData(nameof(Copies))]
    public void A_copys_name_is_read_in_both_forms(string copy)
    {
        var desktop = TaxFileName.Parse(string.Format(null, copy, Desktop));
        var coretax = CoretaxFileName.Parse(string.Format(null, copy, Coretax));

        desktop.Should().Be(TaxFileName.Parse(Desktop + ".pdf")).And.NotBeNull();
        desktop!.Text.Should().Be(Desktop + ".pdf");
        coretax.Should().Be(CoretaxFileName.Parse(Coretax + ".pdf")).And.NotBeNull();
    }

    [Theory]
    [InlineData("notes.txt")]
    [InlineData("photocopy.pdf")]
    [InlineData("copy.pdf")]
    [InlineData("")]
    [InlineData(Desktop + ".pdf")]
    public void What_is_no_copy_keeps_its_name(string name) => CopiedName.Original(name).Should().Be(name);

    [Theory]
    [InlineData(".DS_Store", true)]
    [InlineData("Faktur/.DS_Store", true)]
    [InlineData("__MACOSX/Faktur/._a.pdf", true)]
    [InlineData("__MACOSX\\a.pdf", true)]
    [InlineData("a/._b.pdf", true)]
    [InlineData("Faktur/THUMBS.DB", true)]
    [InlineData("Desktop.ini", true)]
    [InlineData("$RECYCLE.BIN/S-1/a.pdf", true)]
    [InlineData("a.pdf", false)]
    [InlineData("__MACOSX.pdf", false)]
    [InlineData("desktop.ini.pdf", false)]
    [InlineData(".hidden.pdf", false)]
    [InlineData("readme.txt", false)]
    public void What_operating_systems_add_is_told_from_what_people_put_in(string path, bool added) =>
        SystemFiles.Are(path).Should().Be(added);
}
