using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Data;

/// <summary>What somebody tries to do, as the history keeps it when it is refused.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="Attempt">E.g. <c>invoice.cancel</c> with the invoice's number.</param>
public sealed record AuditedAction(HistorySubject Subject, Message Attempt)
{
    public AuditedAction(HistorySubject subject, string action, params ReadOnlySpan<(string Name, Value Value)> values)
        : this(subject, Message.Of(action, values))
    {
    }

    /// <summary>
    /// The user must have given the password or a passkey again, within the last minutes: for what a stranger at an open page must not do.
    /// Refused with <c>session.prove</c> otherwise.
    /// </summary>
    public bool NeedsProof { get; private init; }

    /// <summary>An action that <see cref="NeedsProof"/>.</summary>
    public static AuditedAction Sensitive(
        HistorySubject subject, string action, params ReadOnlySpan<(string Name, Value Value)> values) =>
        new(subject, Message.Of(action, values)) { NeedsProof = true };

    /// <summary>The attempt as a line of history: a variant of its sentence that ends with why it was refused.</summary>
    internal static Message Refused(Message attempt, Refusal refusal) =>
        (attempt with { Key = attempt.Key == attempt.Topic ? $"{attempt.Key}:refused" : $"{attempt.Key}-refused" })
        .And("refusal", refusal.Message);
}
