using FaspayBilling.Web.Components.Ui.Dialogs;
using FaspayBilling.Web.Components.Ui.Waiting;
using MudBlazor;
using MudBlazor.Services;

namespace FaspayBilling.Web.Components.Ui;

public static class UiServices
{
    /// <summary>What the parts in this folder need.</summary>
    public static IServiceCollection AddUi(this IServiceCollection services) =>
        services.AddMudServices().AddScoped<ProofPrompt>().AddScoped<DatabaseWait>().AddTransient<MudLocalizer, LibraryTexts>();
}
