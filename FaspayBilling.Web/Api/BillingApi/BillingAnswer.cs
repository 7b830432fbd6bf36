using System.Text.Json.Serialization;

namespace FaspayBilling.Web.Api.BillingApi;

/// <summary>The documented answer of Get List Invoice, name for name and in the documented order; errors have it too.</summary>
/// <param name="CurrentPage">A string, as documented.</param>
/// <param name="TotalPages">0 without rows.</param>
/// <param name="TotalData">Rows on all pages.</param>
/// <param name="ResponseCode"><c>00</c> or <c>01</c>.</param>
/// <param name="Data">The rows.</param>
/// <param name="Message">A sentence; with 01 it begins with the parameter.</param>
internal sealed record BillingAnswer(
    string CurrentPage,
    int TotalPages,
    int TotalData,
    string ResponseCode,
    IReadOnlyList<BillingRowAnswer> Data,
    string Message)
{
    public const string Success = "00";
    public const string Failed = "01";

    /// <summary>The 01 that every fault gets.</summary>
    public static BillingAnswer Refused(string message) => new("1", 0, 0, Failed, [], message);
}

/// <summary>One invoice of the answer.</summary>
internal sealed record BillingRowAnswer(
    int CustomerId,
    string CustomerName,
    string InvoiceDate,
    string InvoiceNo,
    string DueDate,
    string InvoiceStatus,
    decimal OutstandingAmount,
    string Period);

/// <summary>The billing API's JSON, written by generated code.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(BillingAnswer))]
internal sealed partial class BillingJson : JsonSerializerContext;
