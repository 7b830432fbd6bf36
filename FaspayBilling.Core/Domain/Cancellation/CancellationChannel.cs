namespace FaspayBilling.Core.Domain.Cancellation;

/// <summary>The way a cancellation was asked for; the policy differs a little by it (rules.md 6).</summary>
public enum CancellationChannel
{
    Screen,
    BillingApi,
    DocumentApi,
}
