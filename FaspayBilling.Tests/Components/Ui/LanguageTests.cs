using System.Globalization;
using Bunit;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Ui;
using FaspayBilling.Web.Components.Ui.Fields;
using FaspayBilling.Web.Components.Ui.Tables;

namespace FaspayBilling.Tests.Components.Ui;

/// <summary>The parts speak the reader's language, the library's among them.</summary>
public sealed class LanguageTests : UiTest
{
    public LanguageTests() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("id-ID");

    [Fact]
    public void A_list_counts_in_Indonesian()
    {
        var page = Show<Pager>(p => p.Add(t => t.Url, ListUrl.Of("http://localhost/billings"))
            .Add(t => t.Total, 1234)
            .Add(t => t.More, true)
            .Add(t => t.Caption, "Tagihan")
            .Add(t => t.Noun, "tagihan")
            .Add(t => t.Nouns, "tagihan"));

        page.ByTestId("total").TextContent.Should().Be("1–25 dari lebih dari 1.234 tagihan");
    }

    [Fact]
    public void Months_have_Indonesian_names() => Format.Month(3).Should().Be("Maret");

    [Fact]
    public void The_calendar_is_Indonesian()
    {
        var page = Show<DateField>(p => p.Add(f => f.Label, "Tanggal").Add(f => f.Value, new DateOnly(2026, 3, 7)));
        page.ByRole("button", "Tanggal: kalender").Click();

        page.Markup.Should().Contain("Bulan berikutnya (April 2026)").And.Contain("Maret").And.NotContain("March");
    }
}
