namespace FaspayBilling.Web.Components.Pages;

/// <summary>What a page shows beside its list and what is the same on all pages of the list: a turn to another page keeps it.</summary>
internal sealed class ReadOnce<T>
{
    private (object Seen, T Value)? last;

    /// <summary>What was read last, unless <paramref name="seen"/> is another now.</summary>
    /// <param name="seen">What it was read for: <see cref="LivePage.Seen"/>, and what else was asked.</param>
    /// <param name="read">Reads it.</param>
    public async Task<T> GetAsync(object seen, Func<Task<T>> read)
    {
        if (last is not { } kept || !kept.Seen.Equals(seen))
        {
            kept = (seen, await read());
            last = kept;
        }

        return kept.Value;
    }
}
