using FaspayBilling.Web.Components.Ui.Waiting;
using Microsoft.AspNetCore.Components;

namespace FaspayBilling.Web.Components.Pages;

/// <summary>
/// A page, or a part of one, in which a click that the database does not answer ends nothing: the page says so and stays as it is. Left to
/// the frame, it would take the page away with all that was typed.
/// </summary>
public abstract class AnsweredComponent : ComponentBase, IHandleEvent
{
    [Inject] public required DatabaseWait Database { get; init; }

    // As the framework's own, with a look at what went wrong.
    async Task IHandleEvent.HandleEventAsync(EventCallbackWorkItem callback, object? arg)
    {
        var work = Database.TryAsync(() => callback.InvokeAsync(arg));
        StateHasChanged();
        if (work.IsCompletedSuccessfully || work.IsCanceled)
        {
            return;
        }

        try
        {
            await work;
        }
        catch when (work.IsCanceled)
        {
            // Ignored, as the framework does.
            return;
        }

        StateHasChanged();
    }
}
