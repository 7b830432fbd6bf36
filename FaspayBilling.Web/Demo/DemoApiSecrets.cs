using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Web.Api.Description;

namespace FaspayBilling.Web.Demo;

/// <summary>Fixed secrets of the demo's APIs.</summary>
/// <param name="Username">User name for Get List Invoice of merchant FPY.</param>
/// <param name="OtherUsername">User name for Get List Invoice of merchant T8V.</param>
/// <param name="Password">The password of both.</param>
/// <param name="ClientId">FPY's client of the document API.</param>
/// <param name="OtherClientId">T8V's client of the document API.</param>
/// <param name="IntermediaryClientId">T8V's second client: it may act for FPY.</param>
/// <param name="ClientSecret">The secret of all three.</param>
public sealed record DemoApiSecrets(
    string Username,
    string OtherUsername,
    string Password,
    string ClientId,
    string OtherClientId,
    string IntermediaryClientId,
    string ClientSecret)
{
    /// <summary>What the examples of the described APIs show instead of their own values, so that they work as they stand.</summary>
    internal ExampleValues Examples() => new(new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [ExampleValues.ListSignature] = BillingSignature.Of(Username, Password),
        [ExampleValues.TransactionSignature] = BillingSignature.Of(Username, Password, ExampleValues.Transaction),
        [ExampleValues.SmallTransactionSignature] = BillingSignature.Of(Username, Password, ExampleValues.SmallTransaction),
        [ExampleValues.ClientId] = ClientId,
        [ExampleValues.ClientSecret] = ClientSecret,
        [ExampleValues.Document] = DemoDocuments.ToCancel,
    });
}
