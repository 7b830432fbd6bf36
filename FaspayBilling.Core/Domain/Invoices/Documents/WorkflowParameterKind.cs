namespace FaspayBilling.Core.Domain.Invoices.Documents;

/// <summary>What a <see cref="WorkflowParameter"/> limits; hours after the issue.</summary>
public enum WorkflowParameterKind
{
    Submission,
    Cancellation,
    Rejection,
}
