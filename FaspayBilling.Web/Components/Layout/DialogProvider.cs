using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using MudBlazor;

namespace FaspayBilling.Web.Components.Layout;

/// <summary>
/// The library's own, but still while there is no dialog: it would answer every page turn with a render batch of nothing.
/// </summary>
public sealed class DialogProvider : MudDialogProvider
{
    private readonly List<IDialogReference> shown = [];

    [Inject] public required IDialogService Dialogs { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    // Heard before the library hears of a dialog, and after it hears of an address.
    protected override void OnInitialized()
    {
        Dialogs.DialogInstanceAddedAsync += AddedAsync;
        base.OnInitialized();
        Navigation.LocationChanged += Moved;
    }

    protected override bool ShouldRender() => shown.Count > 0;

    protected override void Dispose(bool disposing)
    {
        Dialogs.DialogInstanceAddedAsync -= AddedAsync;
        Navigation.LocationChanged -= Moved;
        base.Dispose(disposing);
    }

    private Task AddedAsync(IDialogReference dialog)
    {
        shown.Add(dialog);
        return Task.CompletedTask;
    }

    private void Moved(object? sender, LocationChangedEventArgs e) => shown.RemoveAll(d => d.Result.IsCompleted);
}
