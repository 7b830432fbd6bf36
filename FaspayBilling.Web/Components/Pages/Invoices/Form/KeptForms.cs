using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Web.Components.Ui;
using Microsoft.JSInterop;

namespace FaspayBilling.Web.Components.Pages.Invoices.Form;

/// <summary>What the browser's tab keeps of a form while it is typed (typed.js): for whom it was typed, and until it is saved.</summary>
public sealed class KeptForms(IJSRuntime script)
{
    /// <summary>Begins to keep what is typed into the element; answers when something was typed there before and not saved.</summary>
    public async Task<DateTime?> OpenAsync(string elementId, string key, Actor actor)
    {
        try
        {
            var at = await script.InvokeAsync<long?>(
                "typed.open", elementId, key, FormattableString.Invariant($"{actor.MerchantId}:{actor.UserId}"));
            return at is { } milliseconds ? JakartaCalendar.Cut(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime) : null;
        }
        catch (JSDisconnectedException)
        {
            return null;
        }
    }

    /// <summary>What was kept; a stream, because it may be more than one message carries.</summary>
    public async Task<FormSnapshot?> TakeAsync(string key)
    {
        await using var kept = await script.InvokeAsync<IJSStreamReference?>("typed.take", key);
        if (kept is null)
        {
            return null;
        }

        await using var stream = await kept.OpenReadStreamAsync(FormSnapshot.Longest);
        using var reader = new StreamReader(stream);
        return FormSnapshot.Read(await reader.ReadToEndAsync());
    }

    /// <summary>What was kept before is not wanted.</summary>
    public Task DropAsync(string key) => script.CallAsync("typed.drop", key);

    /// <summary>It was saved: nothing is kept any more.</summary>
    public Task DoneAsync(string key) => script.CallAsync("typed.done", key);

    public Task FocusInvalidAsync(string elementId) => script.CallAsync("ui.focusInvalid", elementId);
}
