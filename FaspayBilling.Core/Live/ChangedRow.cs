using FaspayBilling.Core.Domain.Audit;

namespace FaspayBilling.Core.Live;

/// <summary>One thing that changed; <paramref name="Id"/> is null where there is only one of its kind per merchant.</summary>
public readonly record struct ChangedRow(HistorySubject Subject, long? Id);
