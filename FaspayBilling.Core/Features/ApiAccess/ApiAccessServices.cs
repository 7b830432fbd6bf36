using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Core.Features.ApiAccess;

/// <summary>Registers the handlers of this room; they keep no state, so one of each is enough.</summary>
internal static class ApiAccessServices
{
    public static IServiceCollection AddApiAccess(this IServiceCollection services) => services
        .AddSingleton<GrantRepresentation>()
        .AddSingleton<ListApiAccess>()
        .AddSingleton<MakeApiClient>()
        .AddSingleton<MakeBillingCredential>()
        .AddSingleton<RevokeApiClient>()
        .AddSingleton<RevokeBillingCredential>()
        .AddSingleton<RevokeRepresentation>();
}
