using FaspayBilling.Core.Domain;

namespace FaspayBilling.Core.Features.Documents;

/// <summary>What became of a document.</summary>
/// <param name="DocumentId">Its id.</param>
/// <param name="Status">"Cancelled" or "Requested for Rejection".</param>
public sealed record ChangedDocument(string DocumentId, string Status);

/// <summary>The answer to a <see cref="DocumentWish"/>.</summary>
/// <param name="Outcome">What was done or refused now.</param>
/// <param name="Again">The first answer to the same Idempotency-Key, when it is given again; then nothing was done now.</param>
public sealed record DocumentReply(Outcome<ChangedDocument> Outcome, StoredAnswer? Again = null);
