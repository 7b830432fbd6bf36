using FaspayBilling.Core.Configuration;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Formats.Reading;
using FaspayBilling.Core.Hosting;
using FaspayBilling.Web.Demo;
using FaspayBilling.Web.Reading;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace FaspayBilling.Tests.Support.Data;

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
            .AddSingleton(ReadingCommand.Program())
            .AddSingleton(new ReadingLimits { File = TimeSpan.FromMinutes(1) })
            .AddFaspayBilling(new SettingsReader(configuration, folder))
            .AddSingleton<DemoData>()
            .BuildServiceProvider(validateScopes: true);
    }

    public static Task StartDatabaseAsync(IServiceProvider services) =>
        services.GetRequiredService<DatabaseStart>().RunAsync(make: true, CancellationToken.None);
}
