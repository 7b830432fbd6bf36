using FaspayBilling.Core.Domain.Api;

namespace FaspayBilling.Core.Callbacks;

/// <summary>A callback that this worker took: nobody else makes it until its lease ends.</summary>
internal sealed record CallbackInHand(long Id, long MerchantId, int Version, string Url, string Body, string TransactionNumber, BillingCredential Credential, bool Undone);
