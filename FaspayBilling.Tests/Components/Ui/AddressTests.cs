using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Ui.Tables;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Tests.Components.Ui;

public sealed class AddressTests : UiTest
{
    [Fact]
    public void A_page_hears_of_every_change_of_its_address()
    {
        var page = Render<Address>(p => p.AddChildContent<Listing>());
        Services.GetRequiredService<NavigationManager>().NavigateTo("/billings?page=3");

        page.Markup.Should().Be("page 3");
    }

    private sealed class Listing : ComponentBase
    {
        [CascadingParameter] public required ListUrl Url { get; set; }

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, $"page {Url.Page}");
    }
}
