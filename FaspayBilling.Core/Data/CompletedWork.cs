namespace FaspayBilling.Core.Data;

/// <summary>A piece of work that was done or refused, and its first answer; the same key again gets that answer for 24 hours.</summary>
internal sealed class CompletedWork
{
    public long Id { get; private set; }

    public required string Scope { get; init; }

    public required string Key { get; init; }

    public required string RequestHash { get; init; }

    /// <summary>The outcome as JSON; of checked rows it has a line for each.</summary>
    public required string Answer { get; init; }

    public required DateTime At { get; init; }
}
