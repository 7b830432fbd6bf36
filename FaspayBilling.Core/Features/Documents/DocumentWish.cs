namespace FaspayBilling.Core.Features.Documents;

/// <summary>One call that wants to cancel a document or to have it rejected.</summary>
/// <param name="DocumentId">The document's id as the caller wrote it.</param>
/// <param name="Reason">Why.</param>
/// <param name="RequestId">The call's correlation id, for the history.</param>
/// <param name="Idempotency">The caller's key; null without one.</param>
public sealed record DocumentWish(string DocumentId, string Reason, string RequestId, IdempotentCall? Idempotency = null);
