using FaspayBilling.Core.Domain;

namespace FaspayBilling.Core.Features.Documents;

/// <summary>A call with an Idempotency-Key.</summary>
/// <param name="Key">The caller's key, at most 200 characters.</param>
/// <param name="RequestHash">SHA-256 of all that makes the request, lower-case hex.</param>
/// <param name="Words">Puts an outcome into the words that the caller gets, now and each time again.</param>
public sealed record IdempotentCall(string Key, string RequestHash, Func<Outcome<ChangedDocument>, StoredAnswer> Words);

/// <summary>An answer as it went out.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">JSON.</param>
public sealed record StoredAnswer(int Status, string Body);
