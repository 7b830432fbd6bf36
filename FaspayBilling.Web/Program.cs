using FaspayBilling.Core;
using FaspayBilling.Web;
using FaspayBilling.Web.Api;
using FaspayBilling.Web.Components;
using FaspayBilling.Web.Components.Ui;
using FaspayBilling.Web.Downloads;
using FaspayBilling.Web.Security;

return await Start.RunAsync(Build, args);

WebApplication Build()
{
    var builder = WebApplication.CreateBuilder(args);
    builder.Configuration.AddSharedSettings();
    builder.WebHost.ConfigureKestrel(o => o.AddServerHeader = false);

    builder.Services.AddFaspayBilling(builder.Configuration, Start.Folder(builder.Environment.ContentRootPath));
    builder.Services.AddSecurity();
    builder.Services.AddDocumentApi();
    builder.Services.AddRazorComponents().AddInteractiveServerComponents();
    builder.Services.AddUi();
    builder.Services.AddDownloads();
    builder.Services.AddBillingApi();
    builder.Services.AddApiDocument();

    var app = builder.Build();

    app.UseSecurity();
    app.UseBillLimits();
    app.MapStaticAssets().AllowAnonymous();
    app.MapSignOut();
    app.MapTaxFiles();
    app.MapDownloads();
    app.MapTaxExports();
    app.MapInvoicePdf();
    app.MapBillPages();
    app.MapCustomerTemplate();
    app.MapBillingDocuments();
    app.MapBillingApi();
    app.MapApiDocument();
    app.MapDocumentApi();

    // The policy of UseSecurity says it for all answers.
    app.MapRazorComponents<App>().AddInteractiveServerRenderMode(o => o.ContentSecurityFrameAncestorsPolicy = null);
    return app;
}
