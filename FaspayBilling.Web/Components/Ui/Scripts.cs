using Microsoft.JSInterop;

namespace FaspayBilling.Web.Components.Ui;

internal static class Scripts
{
    /// <summary>Calls ui.js; a tab that is already gone is no error.</summary>
    public static async Task CallAsync(this IJSRuntime script, string function, params object?[] arguments)
    {
        try
        {
            await script.InvokeVoidAsync(function, arguments);
        }
        catch (JSDisconnectedException)
        {
        }
    }
}
