using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FaspayBilling.Bench.Serving;

/// <summary>How Get List Invoice and Create are called: by the demo's credential, which the seed gives to the merchant.</summary>
internal static class ListApi
{
    public const string Path = "/billingbackendapi/web/billing/get-all-billing";
    public const string CreatePath = "/billingbackendapi/web/api/create";
    public const string Username = "demo-fpy";
    public const string AllStatuses = "0,1,2,3,4,5,7";
    private const string Password = "Demo-Billing-2026";

    /// <summary>What every right answer holds, the limit's too.</summary>
    public static ReadOnlySpan<byte> Mark => "\"response_code\":\"00\""u8;

    /// <summary>The call as a path; dates as yyyy-MM-dd.</summary>
    public static string Call(string from, string to, string statuses, int page) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Path}?signature={Signature()}&page={page}&start_period={from}&end_period={to}&status={statuses}");

    /// <summary>SHA1 over the hex text of the MD5 of user name, password and, for one bill, its transaction number.</summary>
    public static string Signature(string transactionNumber = "")
    {
        var inner = Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(Username + Password + transactionNumber)));
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(inner)));
    }
}
