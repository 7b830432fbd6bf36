using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Features.DocumentApi;

/// <summary>A client of the document API as it may act at this moment.</summary>
/// <param name="ClientKey">Key of the API client.</param>
/// <param name="ClientId">The public part of its sign-in.</param>
/// <param name="Name">What the history shows.</param>
/// <param name="MerchantId">The taxpayer for whom it acts.</param>
/// <param name="MayView">It may read; always for the taxpayer's own client.</param>
/// <param name="MayCancel">It may cancel what the taxpayer issued.</param>
/// <param name="MayReject">It may ask for the rejection of what the taxpayer received.</param>
public sealed record ApiCaller(long ClientKey, string ClientId, string Name, long MerchantId, bool MayView, bool MayCancel, bool MayReject)
{
    /// <summary>Refuses <c>document.forbidden</c> when the taxpayer does not let the client read.</summary>
    public Refusal? WhyNotView => MayView ? null : DocumentRefusals.DocumentNotGranted;
}
