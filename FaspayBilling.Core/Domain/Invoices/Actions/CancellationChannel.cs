namespace FaspayBilling.Core.Domain.Invoices.Actions;

/// <summary>The way a cancellation was asked for; the policy differs a little by it (docs/rules.md 6).</summary>
public enum CancellationChannel
{
    Screen,
    BillingApi,
    DocumentApi,
}
