namespace FaspayBilling.Core.Formats.Reading;

/// <summary>What was read out of somebody else's file.</summary>
/// <param name="Result">Whether it could be read.</param>
/// <param name="Bytes">The text in UTF-8 or the new picture; empty when it could not.</param>
public sealed record ForeignFile(ReadResult Result, byte[] Bytes);
