using FaspayBilling.Web.Components.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace FaspayBilling.Web.Components;

/// <summary>
/// Moves the focus to the heading of a page that opened, for who reads by ear or by keyboard. Unlike the framework's own component it
/// leaves who is in the new page already where they are: over a slow line it comes when somebody types, and the rest of the letters
/// went nowhere.
/// </summary>
public sealed class FocusHeading(IJSRuntime script) : ComponentBase
{
    private Type? last;
    private bool opened;

    [Parameter, EditorRequired] public required Microsoft.AspNetCore.Components.RouteData RouteData { get; set; }

    protected override void OnParametersSet() => (opened, last) = (opened || last != RouteData.PageType, RouteData.PageType);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (opened)
        {
            opened = false;
            await script.CallAsync("ui.focusHeading");
        }
    }
}
