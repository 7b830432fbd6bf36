using Bunit;
using FaspayBilling.Web.Components.Pages;
using FaspayBilling.Web.Components.Ui;

namespace FaspayBilling.Tests.Components;

public sealed class HomeTests : BunitContext
{
    [Fact]
    public void A_click_counts()
    {
        Services.AddUi();
        JSInterop.Mode = JSRuntimeMode.Loose;
        var home = Render<Home>();

        home.Find("button").Click();

        home.Find("[data-testid=count]").TextContent.Should().Be("1");
    }
}
