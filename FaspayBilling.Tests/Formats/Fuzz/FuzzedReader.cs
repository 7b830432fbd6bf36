namespace FaspayBilling.Tests.Formats.Fuzz;

/// <summary>A reader of bytes that anybody may have made.</summary>
/// <param name="Good">Whole files, of which damaged ones are made.</param>
/// <param name="ReadAsync">Reads one and answers the codes with which it, or parts of it, were refused.</param>
/// <param name="Refusals">The codes that are documented.</param>
internal sealed record FuzzedReader(
    IReadOnlyList<byte[]> Good, Func<byte[], Task<IReadOnlyList<string>>> ReadAsync, IReadOnlyList<string> Refusals);
