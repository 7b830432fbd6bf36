using Bunit;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components;
using FaspayBilling.Web.Components.Ui.Tables;
using Microsoft.AspNetCore.Components;

namespace FaspayBilling.Tests.Components;

public sealed class SamePageTests : UiTest
{
    private int shown;

    [Fact]
    public void A_page_turn_renders_nothing_anew()
    {
        var page = Open(To<Address>(("Number", "INV-1")));

        page.Render(p => p.Add(s => s.RouteData, To<Address>(("Number", "INV-1"))).Add(s => s.ChildContent, Count));

        shown.Should().Be(1);
    }

    [Fact]
    public void Another_page_is_shown()
    {
        var page = Open(To<Address>());

        page.Render(p => p.Add(s => s.RouteData, To<Screen>()).Add(s => s.ChildContent, Count));

        shown.Should().Be(2);
    }

    [Theory]
    [InlineData("Number", "INV-2")]
    [InlineData("Name", "INV-1")]
    public void The_page_of_another_row_is_shown(string key, string value)
    {
        var page = Open(To<Address>(("Number", "INV-1")));

        page.Render(p => p.Add(s => s.RouteData, To<Address>((key, value))).Add(s => s.ChildContent, Count));

        shown.Should().Be(2);
    }

    private RenderFragment Count => builder => builder.AddContent(0, ++shown);

    private IRenderedComponent<SamePage> Open(Microsoft.AspNetCore.Components.RouteData route) =>
        Render<SamePage>(p => p.Add(s => s.RouteData, route).Add(s => s.ChildContent, Count));

    private static Microsoft.AspNetCore.Components.RouteData To<TPage>(params (string Key, object? Value)[] values)
        where TPage : IComponent => new(typeof(TPage), values.ToDictionary(v => v.Key, v => v.Value));
}
