namespace FaspayBilling.Core.Upkeep.Checks;

/// <summary>Something that is true of every row of a sound database.</summary>
/// <param name="says">As a sentence that can follow "that".</param>
/// <param name="of">What it is asked of, in the plural.</param>
internal abstract class Invariant(string says, string of)
{
    public string Says => says;

    public string Of => of;

    /// <summary>Of how many it is asked.</summary>
    public abstract Task<long> CountAsync(Snapshot moment, CancellationToken stop);

    /// <summary>Those that break it, one after the other.</summary>
    public abstract IAsyncEnumerable<Breach> BreachesAsync(Snapshot moment, CancellationToken stop);
}
