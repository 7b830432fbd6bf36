using FaspayBilling.Web.Security;

namespace FaspayBilling.Web.Files;

internal static class DownloadEndpoint
{
    /// <summary>What big downloads need.</summary>
    public static IServiceCollection AddDownloads(this IServiceCollection services) =>
        services.AddSingleton<DownloadStore>().AddHostedService<DownloadSweep>();

    /// <summary>GET a file that was made for the signed-in user; another's is not there.</summary>
    public static void MapDownloads(this IEndpointRouteBuilder app) =>
        app.MapGet("/downloads/{id}", (string id, HttpContext http, DownloadStore store) =>
            store.Find(http.User.ToActor()!, id) is { } download && Open(download) is { } content
                ? FileAnswer.Saved(download.FileName, download.ContentType, content)
                : FileAnswer.Gone("This download is gone. Make it again."));

    // Swept between finding and opening: gone is gone.
    private static FileStream? Open(ReadyDownload download)
    {
        try
        {
            return new FileStream(
                download.Path,
                FileMode.Open,
                FileAccess.Read,
                FileShare.Read | FileShare.Delete,
                64 * 1024,
                FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
