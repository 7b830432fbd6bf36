using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Core.Outbox.Callbacks;

/// <summary>Registers what calls merchants' addresses.</summary>
internal static class CallbackServices
{
    public static IServiceCollection AddCallbacks(this IServiceCollection services, CallbackSettings settings) => services
        .AddSingleton(settings)
        .AddSingleton<CallbackSender>()
        .AddSingleton<CallbackDelivery>();
}
