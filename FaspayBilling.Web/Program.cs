using FaspayBilling.Core.Configuration;
using FaspayBilling.Core.Hosting;
using FaspayBilling.Web;
using FaspayBilling.Web.Api.BillingApi;
using FaspayBilling.Web.Api.Description;
using FaspayBilling.Web.Api.DocumentApi;
using FaspayBilling.Web.Components;
using FaspayBilling.Web.Components.Ui;
using FaspayBilling.Web.Demo;
using FaspayBilling.Web.Files;
using FaspayBilling.Web.Health;
using FaspayBilling.Web.Logs;
using FaspayBilling.Web.Reading;
using FaspayBilling.Web.Security;
using FaspayBilling.Web.Security.Factors;
using FaspayBilling.Web.Security.Proxies;
using FaspayBilling.Web.Telemetry;
using Microsoft.AspNetCore.SignalR;

// Before anything of the web is loaded: this process reads a stranger's file and knows nothing else.
if (args is [ReadingCommand.Name])
{
    return await ReadForeignFiles.RunAsync();
}

return await Start.RunAsync(Build, args);

WebApplication Build(string[] given)
{
    var builder = WebApplication.CreateBuilder(Start.Options(given));
    builder.Configuration.AddSharedSettings();
    builder.WebHost.ConfigureKestrel(o => o.AddServerHeader = false);

    var settings = new SettingsReader(builder.Configuration, Start.Folder(builder.Environment.ContentRootPath));
    var web = WebSettings.Read(settings);
    builder.Services.AddSingleton(web);
    builder.Services.AddTelemetry(TelemetrySettings.Read(settings));
    builder.Services.AddLimitedLog();
    builder.Services.AddEnding();
    builder.Services.AddSystemdService(builder.Configuration);
    builder.Services.AddForwarding(settings, builder.Environment.IsDevelopment());
    builder.Services.AddFaspayBilling(settings, protectKeys: !builder.Environment.IsDevelopment());
    builder.Services.AddSingleton(ReadingCommand.Program());
    builder.Services.AddSecurity();
    builder.Services.AddSingleton<DemoData>();
    builder.Services.AddSingleton<RateLimits>();
    builder.Services.AddDocumentApi();
    builder.Services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(o => o.AddFilter<HubSessions>());
    builder.Services.AddUi();
    builder.Services.AddDownloads();
    builder.Services.AddBillingApi();
    builder.Services.AddApiDocument(builder.Environment.IsDevelopment() && web.Demo ? DemoContent.Found?.Api.Examples() : null);
    builder.Services.AddHealth();

    var app = builder.Build();
    _ = EarlyModel.Begin(app.Services);

    app.UseNamedTraces();
    app.UseEnding();
    app.UseSecurity();
    app.UseBillLimits();
    Map(app);
    return app;
}

void Map(WebApplication app)
{
    app.MapStaticAssets().AllowAnonymous();
    app.MapSignOut();
    app.MapUsed();
    app.MapPasskeys();
    app.MapLanguage();
    app.MapTaxFiles();
    app.MapDownloads();
    app.MapTaxExports();
    app.MapInvoicePdf();
    app.MapBillPages();
    app.MapCustomerTemplate();
    app.MapAttachments();
    app.MapBillingApi();
    app.MapApiDocument();
    app.MapDocumentApi();
    app.MapHealth();

    // The policy of UseSecurity says it for all answers.
    app.MapRazorComponents<App>().AddInteractiveServerRenderMode(o => o.ContentSecurityFrameAncestorsPolicy = null);
}
