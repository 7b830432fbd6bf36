namespace FaspayBilling.Core.Formats.Reading;

/// <summary>How long other people's files may keep the reading process busy, by the machine's own clock: it has no other.</summary>
public sealed record ReadingLimits
{
    /// <summary>One file; past it the process is ended and the file counts as not read.</summary>
    public TimeSpan File { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>All files of one upload together, waiting for a turn left out.</summary>
    public TimeSpan Upload { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Without work the process ends after so long; measured on the program's clock.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(1);
}
