using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.TaxOffice.Files;

namespace FaspayBilling.Tests.Domain.TaxOffice.Files;

public sealed class TaxFileValidityTests
{
    private const string Coretax00 = "04002600000000001";
    private const string Coretax01 = "04012600000000001";
    private const string Coretax02 = "04022600000000001";

    // A PDF: its 17 digits, else an application number with its status digit in front, else only "normal" or "replacing".
    [Theory]
    [InlineData("0 20261120160012", "1 20261125100000", true)]
    [InlineData("1 20261125100000", "0 20261120160012", false)]
    [InlineData("0 20261130100000", "1 20261125100000", true)] // a normal one that was made again
    [InlineData("0 20261119080000", "0 20261121090000", true)]
    [InlineData("0 20261121090000", "0 20261119080000", false)]
    [InlineData("0 20261121090000", "0 20261121090000", false)] // the last one counts
    [InlineData("1 20261119080000", "1 20261121090000", true)]
    [InlineData(Coretax00, Coretax01, true)]
    [InlineData(Coretax01, Coretax02, true)]
    [InlineData(Coretax00, Coretax02, true)]
    [InlineData(Coretax02, Coretax01, false)]
    [InlineData(Coretax01, Coretax01, false)]
    [InlineData("0 20261119080000", "normal", false)] // nobody knows which was made first
    [InlineData("normal", "0 20261119080000", false)]
    [InlineData("normal", "1 20261119080000", true)]
    [InlineData("normal", "replacing", true)]
    [InlineData("replacing", "normal", false)]
    [InlineData("normal", "normal", false)]
    [InlineData("0 20261119080000", Coretax01, true)]
    [InlineData(Coretax00, "1 20261119080000", true)]
    public void What_the_tax_office_made_later_counts_before_what_came_later(string one, string other, bool older) =>
        Of(one).IsOlderThan(Of(other)).Should().Be(older);

    [Fact]
    public void A_copy_is_as_old_as_what_was_copied() =>
        TaxFileValidity.Of(null, Named('0', "20261119080000").Replace(".pdf", " (1).pdf", StringComparison.Ordinal), false)
            .Should().Be(new TaxFileValidity(0, "20261119080000"));

    [Fact]
    public void A_number_of_Desktop_in_Coretaxs_dress_has_the_status_digit_of_Desktop() =>
        TaxFileValidity.Of(Number("04109002600000007"), "x.pdf", false).Revision.Should().Be(1);

    private static TaxFileValidity Of(string pdf) =>
        pdf.Length == 17 ? TaxFileValidity.Of(Number(pdf), "OutputTaxInvoice.pdf", false)
        : pdf.Length == 16 ? TaxFileValidity.Of(null, Named(pdf[0], pdf[2..]), false)
        : TaxFileValidity.Of(null, "scan.pdf", pdf == "replacing");

    private static string Named(char status, string application) =>
        $"022732101075000-04{status}0002659800154-026015362054000-{application}.pdf";

    private static CoretaxNumber Number(string digits) =>
        CoretaxNumber.TryParse(digits, out var number) ? number : throw new ArgumentException($"{digits} is no number", nameof(digits));
}
