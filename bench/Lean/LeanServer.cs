using Microsoft.AspNetCore.DataProtection;

namespace FaspayBilling.Bench.Lean;

/// <summary>The lean page: what a turn of the Billing List costs in Blazor when nothing but the rows is read and shown.</summary>
internal static class LeanServer
{
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Logging.ClearProviders();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        MudBlazor.Services.ServiceCollectionExtensions.AddMudServices(builder.Services);
        builder.Services.AddSingleton(new LeanRows(builder.Configuration["Database:Path"]!));
        builder.Services.AddSingleton(new LeanSettings(builder.Configuration.GetValue<bool>("mud")));
        var app = builder.Build();
        app.UseAntiforgery();
        app.MapRazorComponents<LeanApp>().AddInteractiveServerRenderMode();
        await app.RunAsync();
        return 0;
    }
}

/// <param name="Mud">The page stands between MudBlazor's providers.</param>
internal sealed record LeanSettings(bool Mud);
