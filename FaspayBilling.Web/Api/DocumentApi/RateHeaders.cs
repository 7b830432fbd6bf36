using System.Globalization;
using FaspayBilling.Web.Security;

namespace FaspayBilling.Web.Api.DocumentApi;

/// <summary>Tells a client how often it may call: some read the seconds, some the instant.</summary>
internal static class RateHeaders
{
    public static void Write(HttpResponse response, RateVerdict verdict)
    {
        response.Headers["X-Rate-Limit-Limit"] = verdict.Limit.ToString(CultureInfo.InvariantCulture);
        response.Headers["X-Rate-Limit-Remaining"] = verdict.Remaining.ToString(CultureInfo.InvariantCulture);
        if (!verdict.Ok)
        {
            response.Headers["X-Rate-Limit-Reset"] = verdict.Reset.ToString("O", CultureInfo.InvariantCulture);
            response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(verdict.Wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }
    }
}
