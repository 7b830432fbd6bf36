namespace FaspayBilling.Web.Api.Description;

/// <summary>
/// Values of the examples that stand for the caller's own; where there are true ones to try, the examples show those instead.
/// </summary>
internal sealed class ExampleValues(IReadOnlyDictionary<string, string> instead)
{
    public const string Site = "https://billing.example.co.id";
    public const string ListSignature = "3f786850e387550fdab836ed7e6dc881de23001b";
    public const string Transaction = "145398922822777";
    public const string TransactionSignature = "89e6c98d92887913cadf06b2adb97f26cde4849b";
    public const string SmallTransaction = "145398922822778";
    public const string SmallTransactionSignature = "2b66fd261ee5c6cfc8de7fa466bab600bcfe4f69";
    public const string ClientId = "your-client-id";
    public const string ClientSecret = "your-client-secret";
    public const string Document = "7KQ2M9TX4B8VJ1N6RWD3HCZP5F";

    /// <summary>The examples as they are written.</summary>
    public static readonly ExampleValues Own = new(new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>An example as this installation shows it.</summary>
    public string In(string example) =>
        instead.Aggregate(example, (text, pair) => text.Replace(pair.Key, pair.Value, StringComparison.Ordinal));
}
