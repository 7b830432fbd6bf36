using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;

namespace FaspayBilling.Web;

internal static class SharedSettings
{
    /// <summary>
    /// The settings file of the repository's root, copied beside the program. First, so that every other source wins over it.
    /// </summary>
    public static void AddSharedSettings(this IConfigurationBuilder configuration) =>
        configuration.Sources.Insert(0, new JsonConfigurationSource
        {
            Path = "appsettings.json",
            FileProvider = new PhysicalFileProvider(AppContext.BaseDirectory),
        });
}
