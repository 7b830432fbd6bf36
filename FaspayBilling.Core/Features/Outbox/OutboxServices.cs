using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Core.Features.Outbox;

/// <summary>Registers the handlers of this room; they keep no state, so one of each is enough.</summary>
internal static class OutboxServices
{
    public static IServiceCollection AddOutbox(this IServiceCollection services) => services
        .AddSingleton<ListCallbacks>()
        .AddSingleton<ListMail>()
        .AddSingleton<ReadCallback>()
        .AddSingleton<ReadCallbackSetting>()
        .AddSingleton<ReadDeliveryTrouble>()
        .AddSingleton<ReadMail>()
        .AddSingleton<RepeatCallback>()
        .AddSingleton<ResendMail>()
        .AddSingleton<SaveCallbackUrl>();
}
