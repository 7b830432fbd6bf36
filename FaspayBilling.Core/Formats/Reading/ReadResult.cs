namespace FaspayBilling.Core.Formats.Reading;

/// <summary>How reading a file ended.</summary>
public enum ReadResult
{
    Read,

    /// <summary>It is damaged, locked, too large inside, or nothing that is read here.</summary>
    Unreadable,

    /// <summary>The time was over, or the reading process did not start.</summary>
    NotInTime,
}
