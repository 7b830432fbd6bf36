using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Callbacks;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Demo;
using FaspayBilling.Core.Features.ApiAccess;
using FaspayBilling.Core.Features.Billings;
using FaspayBilling.Core.Features.Documents;
using FaspayBilling.Core.Features.TaxNumbers;
using FaspayBilling.Core.Features.Thresholds;
using FaspayBilling.Core.Live;
using FaspayBilling.Core.Mail;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FaspayBilling.Core;

/// <summary>The one entrance: what a program must register to use Core.</summary>
public static class CoreServices
{
    private const string Features = "FaspayBilling.Core.Features.";

    /// <summary>Registers the database, the handlers, mail and accounts.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="configuration">Sections <c>Database</c>, <c>DataProtection</c>, <c>Mail</c> and <c>Site</c>.</param>
    /// <param name="folder">The folder from which relative paths in the settings count: where <c>appsettings.json</c> is.</param>
    /// <exception cref="StartRefusedException">A setting is missing or wrong; the sentence names the key.</exception>
    public static IServiceCollection AddFaspayBilling(this IServiceCollection services, IConfiguration configuration, string folder)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<LiveChanges>();
        services.AddSingleton(SiteSettings.Read(configuration));
        services.AddDatabase(DatabaseSettings.Read(configuration, folder));
        KeyProtection.AddKeys(services, configuration, folder);
        services.AddAccounts();
        services.AddMail(MailSettings.Read(configuration, folder));
        services.AddCallbacks(CallbackSettings.Read(configuration));
        services.AddSingleton<SecretProtection>().AddSingleton<InstallationSecrets>().AddSingleton<BillingSecrets>();
        services.AddSingleton<ThresholdCheck>().AddSingleton<TaxNumberLedger>().AddSingleton<DocumentChanges>().AddSingleton<InvoiceMailing>().AddSingleton<InvoiceSending>();
        services.AddSingleton<IInvoicePdfs, InvoicePdfs>();
        services.AddSingleton<DemoData>();
        services.AddHostedService<Sweep>();
        return services.AddFeatures();
    }

    /// <summary>Every handler: a public class under Features with a HandleAsync. They keep no state, so one of each is enough.</summary>
    private static IServiceCollection AddFeatures(this IServiceCollection services)
    {
        var handlers = typeof(CoreServices).Assembly.GetExportedTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false } && t.FullName!.StartsWith(Features, StringComparison.Ordinal) && t.GetMethods().Any(m => m.Name == "HandleAsync"));
        foreach (var handler in handlers)
        {
            services.AddSingleton(handler);
        }

        return services;
    }
}
