using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Core.Upkeep;

/// <summary>Registers this room's commands.</summary>
internal static class UpkeepServices
{
    public static IServiceCollection AddUpkeep(this IServiceCollection services) =>
        services.AddSingleton<DatabaseCheck>().AddSingleton<DatabaseBackup>().AddSingleton<DatabaseRestore>();
}
