using FaspayBilling.Core.Domain.ApiAccess;

namespace FaspayBilling.Core.Outbox.Callbacks;

/// <summary>A callback that this worker took.</summary>
/// <param name="Id">Key.</param>
/// <param name="MerchantId">Whose callback it is.</param>
/// <param name="Attempt">From 1.</param>
/// <param name="Version">The version it was taken with.</param>
/// <param name="Url">The merchant's address.</param>
/// <param name="Body">What is posted, its signature empty.</param>
/// <param name="TransactionNumber">The bill's, which is signed.</param>
/// <param name="Credential">Signs it.</param>
/// <param name="Undone">The payment was undone meanwhile.</param>
public sealed record LeasedCallback(
    long Id,
    long MerchantId,
    int Attempt,
    int Version,
    string Url,
    string Body,
    string TransactionNumber,
    BillingCredential Credential,
    bool Undone) : LeasedRow(Id, MerchantId, Attempt, Version);
