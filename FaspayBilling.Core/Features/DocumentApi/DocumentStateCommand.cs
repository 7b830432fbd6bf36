using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Features.DocumentApi;

/// <summary>One call that asks to cancel a document or to have it rejected.</summary>
/// <param name="DocumentId">The document's id as the caller wrote it.</param>
/// <param name="Reason">Why.</param>
/// <param name="RequestId">The call's correlation id, for the history.</param>
/// <param name="Once">The caller's Idempotency-Key; null without one.</param>
public sealed record DocumentStateCommand(string DocumentId, string Reason, string RequestId, WorkKey? Once = null)
{
    /// <summary>Which client and which call; the history's own columns say who and when.</summary>
    internal Message By(ApiCaller caller) => Once is { } work
        ? Message.Of("document.call:key", ("client", caller.ClientId), ("request", RequestId), ("key", work.Key))
        : Message.Of("document.call", ("client", caller.ClientId), ("request", RequestId));
}
