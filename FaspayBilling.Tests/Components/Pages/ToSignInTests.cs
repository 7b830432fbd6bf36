using Bunit;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Tests.Components.Pages;

/// <summary>
/// Whose session has ended is led to the sign-in by the page itself: a browser that is gone is told nothing, and nothing fails.
/// </summary>
public sealed class ToSignInTests : UiTest
{
    [Fact]
    public void The_way_to_the_sign_in_comes_back_to_where_it_began()
    {
        var navigation = Services.GetRequiredService<NavigationManager>();
        navigation.NavigateTo("/e-faktur/files?q=INV&page=2");

        var page = Show<ToSignIn>();

        var way = page.ByRole("link", "Sign in");
        way.GetAttribute("href").Should().Be("/account/sign-in?returnUrl=%2Fe-faktur%2Ffiles%3Fq%3DINV%26page%3D2");
        way.HasAttribute("data-leaves").Should().BeTrue("ui.js follows it");
        navigation.Uri.Should().EndWith("/e-faktur/files?q=INV&page=2", "the browser is not commanded");
    }
}
