using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace FaspayBilling.Web.Components.Ui.Dialogs;

/// <summary>Inside a dialog: whether Escape closes it now. The library reads a dialog's options once, when it opens.</summary>
public sealed class EscapeKey : ComponentBase
{
    [CascadingParameter] public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired] public required bool Closes { get; set; }

    protected override Task OnParametersSetAsync() =>
        Dialog.Options.CloseOnEscapeKey == Closes
            ? Task.CompletedTask
            : Dialog.SetOptionsAsync(Dialog.Options with { CloseOnEscapeKey = Closes });
}
