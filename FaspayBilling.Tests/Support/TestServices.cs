using FaspayBilling.Core;
using FaspayBilling.Core.Data;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace FaspayBilling.Tests.Support;

/// <summary>Core as a program registers it, with a test's settings and clock.</summary>
internal static class TestServices
{
    public static ServiceProvider Build(Dictionary<string, string?> settings, string folder, TimeProvider clock)
    {
        SqlCommands.Listen();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        return new ServiceCollection()
            .AddLogging(logging => logging.Services.AddSingleton(NullLoggerFactory.Instance))
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton(clock)
            .AddFaspayBilling(configuration, folder)
            .BuildServiceProvider(validateScopes: true);
    }

    public static Task StartDatabaseAsync(IServiceProvider services) => services.GetRequiredService<DatabaseStart>().RunAsync(CancellationToken.None);
}
