using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Accounts.Reset;
using FaspayBilling.Core.Configuration;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Data.Starting;
using FaspayBilling.Web.Demo;
using Microsoft.AspNetCore.Connections;

namespace FaspayBilling.Web;

/// <summary>The way from the command line to the first request.</summary>
internal static partial class Start
{
    private const string SolutionFile = "FaspayBilling.sln";
    private const string Script = "theme.js";

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

    /// <summary>
    /// The program's folder is the content root outside Development, wherever it is started from; a content root that is given wins.
    /// </summary>
    public static WebApplicationOptions Options(string[] args)
    {
        var given = new ConfigurationBuilder()
            .AddEnvironmentVariables("DOTNET_")
            .AddEnvironmentVariables("ASPNETCORE_")
            .AddCommandLine(args)
            .Build();
        var development = string.Equals(given[HostDefaults.EnvironmentKey], Environments.Development, StringComparison.OrdinalIgnoreCase);
        return new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = development || given[HostDefaults.ContentRootKey] is not null ? null : AppContext.BaseDirectory,
        };
    }

    /// <summary>Runs until it is stopped; what cannot start says why and answers 1, a word that is no command 2.</summary>
    public static async Task<int> RunAsync(Func<string[], WebApplication> build, string[] args)
    {
        var asked = CommandLine.Of(args);
        if (asked.Wrong is { } wrong)
        {
            await Console.Error.WriteLineAsync($"{wrong}\n\n{CommandLine.Usage}");
            return 2;
        }

        if (asked.Command == CommandLine.Help)
        {
            Console.WriteLine(CommandLine.Usage);
            return 0;
        }

        try
        {
            await using var app = build(asked.Settings);
            return await DoAsync(app, asked);
        }
        catch (StartRefusedException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 1;
        }
        catch (IOException broken) when (broken.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync(
                $"{broken.Message} Stop the program that uses it, or choose another address with the setting Urls.");
            return 1;
        }
    }

    private static async Task<int> DoAsync(WebApplication app, CommandLine asked)
    {
        var stop = app.Lifetime.ApplicationStopping;
        if (UpkeepCommands.Is(asked.Command))
        {
            return await UpkeepCommands.RunAsync(app.Services, asked, stop);
        }

        if (asked.Command == CommandLine.Serve)
        {
            WarmEndpoints(app);
        }

        var database = app.Services.GetRequiredService<DatabaseStart>();
        var made = await database.RunAsync(asked.Command == CommandLine.Init || app.Environment.IsDevelopment(), stop);
        var setup = app.Services.GetRequiredService<OfferSetup>();
        switch (asked.Command)
        {
            case CommandLine.Init:
                Console.WriteLine(made ? "The database was made." : "The database is there and up to date.");
                if (made && app.Services.GetRequiredService<KeyProtection>().KeptApart is { } apart)
                {
                    Console.WriteLine($"Keep a copy of {apart} apart from the backups: without it nobody reads the secrets in them.");
                }

                if (await setup.WhenEmptyAsync(stop) is { } first)
                {
                    Console.WriteLine($"The merchant and its first Admin, once, within 24 hours: {first}");
                }

                break;
            case CommandLine.AddMerchant:
                Console.WriteLine($"One more merchant, once, within 24 hours: {await setup.HandleAsync(stop)}");
                break;
            case CommandLine.ResetAdmin:
                await ResetAdminAsync(app, asked.Argument!, stop);
                break;
            default:
                await PrepareAsync(app, database, setup, stop);
                await app.RunAsync();
                break;
        }

        return 0;
    }

    // Nothing can be read before EF's model is ready. Until then this thread makes the endpoints, so that routing finds their code loaded
    // and compiled.
    private static void WarmEndpoints(IEndpointRouteBuilder app)
    {
        foreach (var source in app.DataSources)
        {
            _ = source.Endpoints;
        }
    }

    private static async Task ResetAdminAsync(WebApplication app, string email, CancellationToken stop)
    {
        var link = await app.Services.GetRequiredService<OfferReset>().HandleAsync(email, stop);
        if (!link.Ok)
        {
            throw new StartRefusedException($"No Admin has the e-mail address {email}. Give the address by which the Admin signs in.");
        }

        Console.WriteLine($"A new password for {email}, once, within an hour: {link.Value}");
    }

    /// <summary>Makes the demo and says what the operator should know.</summary>
    private static async Task PrepareAsync(WebApplication app, DatabaseStart database, OfferSetup setup, CancellationToken stop)
    {
        // Without them every script and style would be answered with nothing in it.
        if (!app.Environment.WebRootFileProvider.GetFileInfo(Script).Exists)
        {
            throw new StartRefusedException(
                $"The folder {Path.Combine(app.Environment.ContentRootPath, "wwwroot")} lacks the scripts and styles. Start the "
                    + "published program with its whole folder.");
        }

        var clock = app.Services.GetRequiredService<TimeProvider>();
        await using (await database.TurnAsync(stop))
        {
            if (app.Environment.IsDevelopment()
                && app.Services.GetRequiredService<WebSettings>().Demo
                && await StartPatience.RunAsync(() => app.Services.GetRequiredService<DemoData>().EnsureAsync(stop), clock, stop))
            {
                LogDemo(app.Logger);
            }

            if (await StartPatience.RunAsync(() => setup.WhenEmptyAsync(stop), clock, stop) is { } link)
            {
                LogSetup(app.Logger, link);
            }
        }

        var site = new Uri(app.Services.GetRequiredService<SiteSettings>().Address);
        if (!app.Environment.IsDevelopment() && site.Scheme == Uri.UriSchemeHttp && !site.IsLoopback)
        {
            LogOpen(app.Logger, site.Host);
        }
    }

    [LoggerMessage(2001, LogLevel.Information, "Demo data was made. The sign-in page lists its users.")]
    private static partial void LogDemo(ILogger log);

    [LoggerMessage(
        2003, LogLevel.Warning, "Nobody can sign in yet. Make the merchant and its first Admin here, once, within 24 hours: {Link}")]
    private static partial void LogSetup(ILogger log, string link);

    [LoggerMessage(
        2004,
        LogLevel.Warning,
        "Whoever is on the way to {Host} reads passwords and invoices: Site:Address is http. Give it https, as README.md says.")]
    private static partial void LogOpen(ILogger log, string host);
}
