using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace FaspayBilling.Tests.Api;

/// <summary>Lets a test call from any address: the one in its header is taken for the connection's.</summary>
internal sealed class CallerAddress : IStartupFilter
{
    public const string Header = "Test-Caller";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((http, rest) =>
        {
            if (http.Request.Headers.TryGetValue(Header, out var address))
            {
                http.Connection.RemoteIpAddress = IPAddress.Parse(address.ToString());
            }

            return rest(http);
        });
        next(app);
    };
}
