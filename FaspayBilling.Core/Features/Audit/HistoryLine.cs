using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Features.Audit;

/// <summary>One line of a history as pages show it.</summary>
/// <param name="At">Instant (UTC).</param>
/// <param name="Who">Who did it.</param>
/// <param name="Message">What happened.</param>
/// <param name="Refused">True for an attempt that was refused.</param>
public sealed record HistoryLine(DateTime At, string Who, Message Message, bool Refused);
