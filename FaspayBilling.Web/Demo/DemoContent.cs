using System.Text.Json;
using System.Text.Json.Serialization;

namespace FaspayBilling.Web.Demo;

/// <summary>
/// Names and passwords of the demo. They lie in a file beside the program that is never published: without it there is no demo.
/// </summary>
/// <param name="Password">The password of all users.</param>
/// <param name="Api">Fixed secrets of the APIs, so that the README's lines work when pasted.</param>
/// <param name="Users">The users of both merchants; the sign-in page lists them in Development.</param>
/// <param name="Merchant">FPY: everything that the documentation shows, and 18 months of business.</param>
/// <param name="OtherMerchant">T8V: demonstrates that tenants do not see each other.</param>
/// <param name="Customers">Whom FPY bills. The mail domains end in <c>.example</c>: nothing leaves by accident.</param>
/// <param name="OtherCustomers">Whom T8V bills: none of these names may ever show at FPY.</param>
public sealed record DemoContent(
    string Password,
    DemoApiSecrets Api,
    IReadOnlyList<DemoUser> Users,
    DemoMerchant Merchant,
    DemoMerchant OtherMerchant,
    DemoCustomers Customers,
    DemoCustomers OtherCustomers)
{
    /// <summary>FPY's code, as the documented invoice numbers carry it.</summary>
    public const string MerchantCode = "FPY";

    /// <summary>T8V's code.</summary>
    public const string OtherMerchantCode = "T8V";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private static readonly Lazy<DemoContent?> Read = new(Find);

    /// <summary>What the file says; null where there is none.</summary>
    public static DemoContent? Found => Read.Value;

    private static DemoContent? Find()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Demo", "demo.json");
        return File.Exists(file) ? JsonSerializer.Deserialize<DemoContent>(File.ReadAllText(file), Options) : null;
    }
}
