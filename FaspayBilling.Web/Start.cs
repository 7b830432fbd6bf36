using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Demo;
using Microsoft.AspNetCore.Connections;

namespace FaspayBilling.Web;

/// <summary>The way from the command line to the first request.</summary>
internal static partial class Start
{
    private const string SolutionFile = "FaspayBilling.sln";

    /// <summary>From where relative paths in the settings count: the root of a source checkout, else beside the program.</summary>
    public static string Folder(string contentRoot)
    {
        for (var folder = new DirectoryInfo(contentRoot); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, SolutionFile)))
            {
                return folder.FullName;
            }
        }

        return AppContext.BaseDirectory;
    }

    /// <summary>Runs until it is stopped; what cannot start says so in one sentence and answers 1.</summary>
    public static async Task<int> RunAsync(Func<WebApplication> build, string[] args)
    {
        try
        {
            await using var app = build();
            if (await PrepareAsync(app, args))
            {
                await app.RunAsync();
            }

            return 0;
        }
        catch (StartRefusedException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 1;
        }
        catch (IOException broken) when (broken.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"{broken.Message} Stop the program that uses it, or choose another address with the setting Urls.");
            return 1;
        }
    }

    /// <summary>Makes or upgrades the database and says what the operator should know; false when that was all there was to do.</summary>
    private static async Task<bool> PrepareAsync(WebApplication app, string[] args)
    {
        var stop = app.Lifetime.ApplicationStopping;
        if (args is ["backup", var target])
        {
            app.Services.GetRequiredService<DatabaseBackup>().Run(target);
            Console.WriteLine($"Backed up to {Path.GetFullPath(target)}");
            return false;
        }

        await app.Services.GetRequiredService<DatabaseStart>().RunAsync(stop);
        var setup = app.Services.GetRequiredService<OfferSetup>();
        if (args.Contains("add-merchant"))
        {
            Console.WriteLine($"One more merchant, once, within 24 hours: {await setup.HandleAsync(stop)}");
            return false;
        }

        if (app.Environment.IsDevelopment() && app.Configuration.GetValue("Demo:Enabled", true) && await app.Services.GetRequiredService<DemoData>().EnsureAsync(stop))
        {
            LogDemo(app.Logger);
        }

        if (!app.Environment.IsDevelopment() && app.Services.GetRequiredService<KeyProtection>().Certificate is null)
        {
            LogOpenKeys(app.Logger);
        }

        if (await setup.WhenEmptyAsync(stop) is { } link)
        {
            LogSetup(app.Logger, link);
        }

        return true;
    }

    [LoggerMessage(LogLevel.Information, "Demo data was made. The sign-in page lists its users.")]
    private static partial void LogDemo(ILogger log);

    [LoggerMessage(LogLevel.Warning, "The keys behind sign-in cookies lie readable in the database. Set DataProtection:Certificate (a PKCS #12 file) and DataProtection:CertificatePassword to protect them.")]
    private static partial void LogOpenKeys(ILogger log);

    [LoggerMessage(LogLevel.Warning, "Nobody can sign in yet. Make the merchant and its first Admin here, once, within 24 hours: {Link}")]
    private static partial void LogSetup(ILogger log, string link);
}
