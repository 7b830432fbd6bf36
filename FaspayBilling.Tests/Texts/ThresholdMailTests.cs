using System.Net;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Texts;
using FaspayBilling.Tests.Support;

namespace FaspayBilling.Tests.Texts;

public sealed class ThresholdMailTests
{
    private const string Link = "https://billing.example/e-faktur/numbers?year=2026&from=mail";

    [Fact]
    public void Text_and_html_name_merchant_limit_count_year_and_link()
    {
        var mail = new ThresholdMail("PT Faspay", 30, 29, 2026, Link, Language.English);

        foreach (var part in new[] { "PT Faspay", "30", "29", "2026" })
        {
            mail.Text.Should().Contain(part);
            mail.Html.Should().Contain(part);
        }

        mail.Text.Should().Contain(Link);
        mail.Html.Should().Contain("href=\"" + WebUtility.HtmlEncode(Link) + "\"");
        mail.Subject.Should().Be("PT Faspay: 29 E-Faktur No left for 2026");
    }

    [Fact]
    public void At_zero_the_mail_says_that_none_is_left()
    {
        var mail = new ThresholdMail("PT Faspay", 30, 0, 2026, Link, Language.English);

        mail.Subject.Should().Be("PT Faspay: no E-Faktur No left for 2026");
        mail.Text.Should().Contain("No tax invoice number is left for 2026");
        mail.Html.Should().Contain("No tax invoice number is left for 2026");
    }

    [Fact]
    public void A_merchants_name_never_becomes_html()
    {
        var mail = new ThresholdMail(
            "<script>alert('x')</script> & \"Sons\"", 4, 4, 2026, "https://billing.example/\"><script>", Language.English);

        mail.Html.Should().NotContain("<script>").And.NotContain("\"Sons\"").And.Contain("&lt;script&gt;").And.Contain("&amp;");
        mail.Text.Should().Contain("<script>alert('x')</script> & \"Sons\"");
    }

    [Fact]
    public void A_merchants_name_never_makes_a_second_header() =>
        new ThresholdMail("PT Faspay\r\nBcc: thief@example.com", 4, 4, 2026, Link, Language.English).Subject
            .Should().Be("PT Faspay  Bcc: thief@example.com: 4 E-Faktur No left for 2026");

    [Theory]
    [InlineData("id-ID")]
    [InlineData("en-US")]
    [InlineData("ar-SA")]
    public void Numbers_are_written_alike_whatever_the_machines_culture(string culture)
    {
        using var _ = new UseCulture(culture);
        var mail = new ThresholdMail("PT Faspay", 1_000_000, 999_999, 2026, Link, Language.English);

        mail.Text.Should().Contain("Threshold Limit: 1.000.000").And.Contain("Available numbers: 999.999").And.Contain("Year Period: 2026");
        mail.Html.Should().Contain("<td>1.000.000</td>").And.Contain("<b>999.999</b>").And.Contain("<td>2026</td>");
    }
}
