using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace FaspayBilling.Web.Components;

/// <summary>
/// What stands at a route, left as it is while only the query of its address changes: a page turn then renders neither the frame nor who
/// may see it anew, but only those below that ask for the address.
/// </summary>
public sealed class SamePage : ComponentBase
{
    private Microsoft.AspNetCore.Components.RouteData? shown;
    private bool moved;

    [Parameter, EditorRequired] public required Microsoft.AspNetCore.Components.RouteData RouteData { get; set; }

    [Parameter, EditorRequired] public required RenderFragment ChildContent { get; set; }

    protected override void OnParametersSet() => (moved, shown) = (shown is null || !IsSame(shown, RouteData), RouteData);

    protected override bool ShouldRender() => moved;

    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, ChildContent);

    private static bool IsSame(Microsoft.AspNetCore.Components.RouteData one, Microsoft.AspNetCore.Components.RouteData other) =>
        one.PageType == other.PageType
        && one.RouteValues.Count == other.RouteValues.Count
        && one.RouteValues.All(v => other.RouteValues.TryGetValue(v.Key, out var value) && Equals(value, v.Value));
}
