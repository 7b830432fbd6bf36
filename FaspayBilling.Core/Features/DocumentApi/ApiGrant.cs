namespace FaspayBilling.Core.Features.DocumentApi;

/// <summary>What a token stands for: a client, and the taxpayer for whom it acts.</summary>
/// <param name="ClientKey">Key of the API client.</param>
/// <param name="MerchantId">The taxpayer: the client's own merchant, or the one that it represents.</param>
public sealed record ApiGrant(long ClientKey, long MerchantId);
