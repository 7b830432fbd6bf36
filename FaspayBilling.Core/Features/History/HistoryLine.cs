namespace FaspayBilling.Core.Features.History;

/// <summary>One line of a history as pages show it.</summary>
/// <param name="At">Instant (UTC).</param>
/// <param name="Who">Who did it.</param>
/// <param name="What">What happened.</param>
/// <param name="Refused">True for an attempt that was refused.</param>
public sealed record HistoryLine(DateTime At, string Who, string What, bool Refused);
