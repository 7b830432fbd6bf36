using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Live;

namespace FaspayBilling.Web.Components.Pages;

/// <summary>
/// What a page shows beside its list and what is the same on all pages of the list: read once, and again after something of these kinds
/// changed.
/// </summary>
internal sealed class ReadOnce<T>(params HistorySubject[] kinds)
{
    private int changes;
    private (int Changes, object? Asked, T Value)? last;

    /// <summary>To be told of every change that the page hears of.</summary>
    public void Hear(LiveChange change)
    {
        if (Array.Exists(kinds, change.Touches))
        {
            changes++;
        }
    }

    /// <summary>What was read last, unless it changed since or <paramref name="asked"/> is another.</summary>
    public async Task<T> GetAsync(Func<Task<T>> read, object? asked = null)
    {
        // A change that comes while it is read may or may not be in it.
        var before = changes;
        if (last is not { } kept || kept.Changes != before || !Equals(kept.Asked, asked))
        {
            kept = (before, asked, await read());
            last = kept;
        }

        return kept.Value;
    }
}
