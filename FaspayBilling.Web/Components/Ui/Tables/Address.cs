using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Routing;

namespace FaspayBilling.Web.Components.Ui.Tables;

/// <summary>
/// Gives the address, as a list reads it, to every page below: within the router's own rendering, so that a page turn is one batch.
/// </summary>
public sealed class Address : ComponentBase, IDisposable
{
    private string? shown;
    private ListUrl? url;

    [Inject] public required NavigationManager Navigation { get; init; }

    [Parameter, EditorRequired] public required RenderFragment ChildContent { get; set; }

    public void Dispose() => Navigation.LocationChanged -= Moved;

    protected override void OnInitialized() => Navigation.LocationChanged += Moved;

    protected override void OnParametersSet() => Take();

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenComponent<CascadingValue<ListUrl>>(0);
        builder.AddComponentParameter(1, nameof(CascadingValue<ListUrl>.Value), url);
        builder.AddComponentParameter(2, nameof(CascadingValue<ListUrl>.ChildContent), ChildContent);
        builder.CloseComponent();
    }

    // The router hears of a new address first and renders what is below it: then there is nothing left to do.
    private void Moved(object? sender, LocationChangedEventArgs move) => _ = InvokeAsync(() =>
    {
        if (Take())
        {
            StateHasChanged();
        }
    });

    private bool Take()
    {
        if (Navigation.Uri == shown)
        {
            return false;
        }

        (shown, url) = (Navigation.Uri, ListUrl.Of(Navigation.Uri));
        return true;
    }
}
