using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Console;

namespace FaspayBilling.Web.Logs;

/// <summary>How the log is written, and how systemd is told of a start.</summary>
internal static class LogServices
{
    private const string Format = "Logging:Console:FormatterName";

    /// <summary>Every logger goes through <see cref="LimitedLog"/>.</summary>
    public static void AddLimitedLog(this IServiceCollection services)
    {
        services.AddSingleton<LoggerFactory>();
        services.Replace(ServiceDescriptor.Singleton<ILoggerFactory>(provider => new LimitedLog(
            provider.GetRequiredService<LoggerFactory>(), provider.GetRequiredService<TimeProvider>())));
    }

    /// <summary>
    /// Under systemd (<c>Type=notify</c>) the start is told when it is done, and lines carry the journal's levels; those of JSON do not.
    /// </summary>
    public static void AddSystemdService(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSystemd();
        if (configuration[Format] is ConsoleFormatterNames.Json)
        {
            services.PostConfigure<ConsoleLoggerOptions>(o => o.FormatterName = ConsoleFormatterNames.Json);
        }
    }
}
