using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Core.Features.Reports;

/// <summary>Registers the handlers of this room; they keep no state, so one of each is enough.</summary>
internal static class ReportsServices
{
    public static IServiceCollection AddReports(this IServiceCollection services) => services
        .AddSingleton<DownloadAging>()
        .AddSingleton<ReadAging>();
}
