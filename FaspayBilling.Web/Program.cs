using FaspayBilling.Web;
using FaspayBilling.Web.Components;
using FaspayBilling.Web.Components.Ui;

var builder = WebApplication.CreateBuilder(args);
builder.Configuration.AddSharedSettings();

builder.Services.AddRazorComponents().AddInteractiveServerComponents();
builder.Services.AddUi();

var app = builder.Build();

app.UseAntiforgery();
app.MapStaticAssets().AllowAnonymous();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode();

app.Run();
