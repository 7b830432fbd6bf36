using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Configuration;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Data.ApiAccess;
using FaspayBilling.Core.Features.ApiAccess;
using FaspayBilling.Core.Features.Attachments;
using FaspayBilling.Core.Features.BillingApi;
using FaspayBilling.Core.Features.BillPage;
using FaspayBilling.Core.Features.Customers;
using FaspayBilling.Core.Features.DocumentApi;
using FaspayBilling.Core.Features.Invoices;
using FaspayBilling.Core.Features.Outbox;
using FaspayBilling.Core.Features.Reports;
using FaspayBilling.Core.Features.Settings;
using FaspayBilling.Core.Features.TaxNumbers;
using FaspayBilling.Core.Features.TaxOffice;
using FaspayBilling.Core.Formats.Reading;
using FaspayBilling.Core.Hosting.Gauges;
using FaspayBilling.Core.Hosting.Health;
using FaspayBilling.Core.Live;
using FaspayBilling.Core.Outbox;
using FaspayBilling.Core.Outbox.Callbacks;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Core.Upkeep;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FaspayBilling.Core.Hosting;

/// <summary>The one entrance: what a program must register to use Core.</summary>
public static class CoreServices
{
    /// <summary>Registers the database, the handlers, mail and accounts; the caller registers a <see cref="ReadingProgram"/>.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="settings">Sections <c>Database</c>, <c>DataProtection</c>, <c>Mail</c>, <c>Callbacks</c> and <c>Site</c>; what the
    /// program read wrong before is told with them.</param>
    /// <param name="protectKeys">The keys in the database are encrypted by a key file where no certificate is set: everywhere outside
    /// Development.</param>
    /// <exception cref="StartRefusedException">Settings are missing or wrong; every line names a key.</exception>
    public static IServiceCollection AddFaspayBilling(
        this IServiceCollection services, SettingsReader settings, bool protectKeys = false)
    {
        var site = SiteSettings.Read(settings);
        var database = DatabaseSettings.Read(settings);
        var keys = KeyProtection.Read(settings, database, protectKeys);
        var mail = MailSettings.Read(settings);
        var callbacks = CallbackSettings.Read(settings);
        var health = HealthSettings.Read(settings);
        settings.ThrowIfWrong();

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<LiveChanges>();
        services.AddSingleton(site);
        services.AddDatabase(database);
        services.AddUpkeep();
        keys.AddKeys(services);
        services.AddAccounts();
        services.AddMail(mail);
        services.AddCallbacks(callbacks);
        services.AddSingleton<SecretProtection>().AddSingleton<InstallationSecrets>();
        services.AddSingleton<BillingSecrets>().AddSingleton<KnownSignatures>();
        services.TryAddSingleton(new ReadingLimits());
        services.AddSingleton<ForeignReader>();
        services.AddAfterStart<BackgroundJobs>().AddAfterStart<OutboxWorker>().AddAfterStart<CallbackWorker>();
        services.AddSingleton(health).AddSingleton<OutboxLengths>().AddSingleton<NumbersLeft>();
        return services.AddFeatures();
    }

    private static IServiceCollection AddFeatures(this IServiceCollection services) => services
        .AddApiAccess()
        .AddAttachments()
        .AddBillingApi()
        .AddBillPage()
        .AddCustomers()
        .AddDocumentApi()
        .AddInvoices()
        .AddOutbox()
        .AddReports()
        .AddSettings()
        .AddTaxNumbers()
        .AddTaxOffice();
}
