using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Core.Features.Settings;

/// <summary>Registers the handlers of this room; they keep no state, so one of each is enough.</summary>
internal static class SettingsServices
{
    public static IServiceCollection AddSettings(this IServiceCollection services) => services
        .AddSingleton<ReadBillingSettings>()
        .AddSingleton<ReadMerchant>()
        .AddSingleton<ReadMerchantContext>()
        .AddSingleton<ReadSecurityHistory>()
        .AddSingleton<ReadSettingsHistory>()
        .AddSingleton<SaveCancellationWindow>()
        .AddSingleton<SaveFeatures>()
        .AddSingleton<SaveMerchant>()
        .AddSingleton<SaveNotifications>()
        .AddSingleton<SavePaymentInstructions>();
}
