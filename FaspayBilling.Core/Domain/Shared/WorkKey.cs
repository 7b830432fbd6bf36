namespace FaspayBilling.Core.Domain.Shared;

/// <summary>The key of one piece of work that is done once, however often it is asked for (docs/rules.md 2).</summary>
/// <param name="Scope">Whose keys they are, such as <c>client 12</c>: two callers may use the same key.</param>
/// <param name="Key">The caller's key, at most 200 characters.</param>
/// <param name="RequestHash">SHA-256 of all that makes the request, lower-case hex: the same key with another request is refused.</param>
public sealed record WorkKey(string Scope, string Key, string RequestHash);
