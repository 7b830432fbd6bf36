using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Tests.Support;

/// <summary>The whole product on a free local port, for a browser or an HTTP client.</summary>
public sealed class TestWeb : WebApplicationFactory<Program>
{
    public TestWeb()
    {
        UseKestrel(0);
        StartServer();
    }

    public string Address => Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.UseEnvironment("Development");
}
