using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Features.BillingApi;

/// <summary>The merchant's system whose credential signed a call.</summary>
/// <param name="CredentialId">Key of the credential.</param>
/// <param name="MerchantId">The only merchant whose bills it can see.</param>
/// <param name="Username">The credential's user name.</param>
public sealed record BillCaller(long CredentialId, long MerchantId, string Username)
{
    internal Actor Actor => new(MerchantId, null, $"Billing API, {Username}", Role.Finance);
}
