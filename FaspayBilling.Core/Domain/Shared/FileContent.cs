namespace FaspayBilling.Core.Domain.Shared;

/// <summary>The bytes of a stored file, in a table of their own so that lists never load them.</summary>
public sealed class FileContent
{
    public long Id { get; private set; }

    /// <summary>SHA-256 of the bytes, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    public required byte[] Bytes { get; init; }
}
