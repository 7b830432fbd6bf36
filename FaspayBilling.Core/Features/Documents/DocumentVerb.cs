using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.Invoices;

namespace FaspayBilling.Core.Features.Documents;

/// <summary>One of the two things that the state endpoint does with a document.</summary>
/// <param name="Name">"Cancel" or "Reject".</param>
/// <param name="Status">What the answer says when it is done.</param>
/// <param name="WhyNot">All reasons against it, the deciding one first.</param>
/// <param name="Change">Does it, with its line in the history and its notice.</param>
public sealed record DocumentVerb(
    string Name, string Status, Func<DocumentInHand, ApiCaller, DocumentWish, DateTime, IReadOnlyList<Refusal>> WhyNot, Action<Write, Invoice, ApiCaller, DocumentWish> Change)
{
    /// <summary>The attempt as the history words it.</summary>
    public string Attempt(ApiCaller caller, DocumentWish wish) => $"{Name} over the document API, reason “{wish.Reason}” {By(caller, wish)}";

    /// <summary>Which client and which call; the history's own columns say who and when.</summary>
    public static string By(ApiCaller caller, DocumentWish wish) =>
        $"(client {caller.ClientId}, request {wish.RequestId}{(wish.Idempotency is { } call ? $", key {call.Key}" : "")})";
}
