using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Core.Outbox.Mail;

/// <summary>Registers the outbox's delivery and the way out that the settings name.</summary>
internal static class MailServices
{
    public static IServiceCollection AddMail(this IServiceCollection services, MailSettings settings) => services
        .AddSingleton(settings)
        .AddSingleton(provider => MailTransports.For(settings, provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<OutgoingFiles>()
        .AddSingleton<PersonalLinks>()
        .AddSingleton<OutboxDelivery>();
}
