namespace FaspayBilling.Core.Features.DocumentApi;

/// <summary>What became of a document.</summary>
/// <param name="DocumentId">Its id.</param>
/// <param name="Status">"Cancelled" or "Requested for Rejection".</param>
public sealed record ChangedDocument(string DocumentId, string Status);
