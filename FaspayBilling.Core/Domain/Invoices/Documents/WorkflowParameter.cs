namespace FaspayBilling.Core.Domain.Invoices.Documents;

/// <summary>How long something is possible for a type of document, from when to when the figure holds.</summary>
public sealed class WorkflowParameter
{
    public required long Id { get; init; }

    public required DocumentType DocumentType { get; init; }

    public required WorkflowParameterKind Parameter { get; init; }

    /// <summary>Hours.</summary>
    public required int Value { get; init; }

    /// <summary>First instant (UTC) at which it holds.</summary>
    public required DateTime ActiveFrom { get; init; }

    /// <summary>First instant at which it holds no more; null while it is open.</summary>
    public DateTime? ActiveTo { get; init; }

    /// <summary>True when it holds at that instant: half open, from included, to not.</summary>
    public bool HoldsAt(DateTime instant) => ActiveFrom <= instant && (ActiveTo is not { } end || instant < end);
}
