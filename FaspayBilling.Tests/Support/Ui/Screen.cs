using FaspayBilling.Web.Components.Ui.Tables;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using MudBlazor;

namespace FaspayBilling.Tests.Support.Ui;

/// <summary>What a person sees: a page at its address, and over it the menus, lists and dialogs that MudBlazor's providers show.</summary>
public sealed class Screen : ComponentBase
{
    /// <summary>What MudBlazor's script tells of keys goes through here.</summary>
    [Inject] public required IKeyInterceptorService Keys { get; init; }

    [Parameter, EditorRequired] public required RenderFragment ChildContent { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenComponent<MudPopoverProvider>(0);
        builder.CloseComponent();
        builder.OpenComponent<MudDialogProvider>(1);
        builder.CloseComponent();
        builder.OpenComponent<Address>(2);
        builder.AddComponentParameter(3, nameof(Address.ChildContent), ChildContent);
        builder.CloseComponent();
    }
}
