using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Web.Components.Ui;
using Microsoft.JSInterop;

namespace FaspayBilling.Web.Components.Pages.Kept;

/// <summary>What the browser keeps of forms while they are typed (kept.js): for whom it was typed, and until it is saved.</summary>
public sealed class KeptForms(IJSRuntime script)
{
    /// <summary>Begins to keep what is typed into the element; answers what was typed into this page before and not saved.</summary>
    /// <param name="elementId">The element around the fields.</param>
    /// <param name="page">Which form it is.</param>
    /// <param name="actor">Who types.</param>
    /// <param name="key">The user's key, 32 bytes as Base64.</param>
    /// <param name="form">The opened form.</param>
    public async Task<IReadOnlyList<KeptForm>> OpenAsync(string elementId, string page, Actor actor, string key, SentForm form)
    {
        try
        {
            var who = FormattableString.Invariant($"{actor.MerchantId}:{actor.UserId}");
            var found = await script.InvokeAsync<Found[]?>("kept.open", elementId, page, who, key, form.Key);
            return [.. (found ?? []).Select(f => new KeptForm(f.Id, InstantOf(f.At), f.Title))];
        }
        catch (JSDisconnectedException)
        {
            return [];
        }
    }

    /// <summary>What was kept, to go on with it in that element; a stream, because it may be more than one message carries.</summary>
    public async Task<FormSnapshot?> TakeAsync(string elementId, KeptForm form)
    {
        await using var kept = await script.InvokeAsync<IJSStreamReference?>("kept.take", elementId, form.Id);
        if (kept is null)
        {
            return null;
        }

        await using var stream = await kept.OpenReadStreamAsync(FormSnapshot.Longest);
        using var reader = new StreamReader(stream);
        return FormSnapshot.Read(await reader.ReadToEndAsync());
    }

    /// <summary>What was kept is not wanted.</summary>
    public Task DropAsync(KeptForm form) => script.CallAsync("kept.drop", form.Id);

    /// <summary>It was saved: nothing is kept of it any more.</summary>
    public Task DoneAsync(string elementId) => script.CallAsync("kept.done", elementId);

    private static DateTime InstantOf(long milliseconds) =>
        JakartaCalendar.Cut(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime);

    private sealed record Found(string Id, long At, string Title);
}
