using FaspayBilling.Core.Domain.History;

namespace FaspayBilling.Core.Data;

/// <summary>What somebody tries to do, as the history words it when it is refused.</summary>
/// <param name="Subject">The kind of thing it is about.</param>
/// <param name="What">E.g. "Cancel INV-FPY-032300400".</param>
public sealed record Attempt(HistorySubject Subject, string What);
