using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Web.Security;

/// <summary>From where a request comes, as sessions and the security history keep it.</summary>
internal static class Client
{
    public static ClientOrigin Of(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress;
        return new ClientOrigin(
            address is null ? "" : (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString(),
            BrowserName.Of(http.Request.Headers.UserAgent.ToString()));
    }
}
