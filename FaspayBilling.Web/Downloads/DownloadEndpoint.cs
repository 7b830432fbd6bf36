using FaspayBilling.Web.Security;

namespace FaspayBilling.Web.Downloads;

internal static class DownloadEndpoint
{
    /// <summary>What big downloads need.</summary>
    public static IServiceCollection AddDownloads(this IServiceCollection services) => services.AddSingleton<DownloadStore>().AddHostedService<DownloadSweep>();

    /// <summary>GET a file that was made for the signed-in user; another's is not there.</summary>
    public static void MapDownloads(this IEndpointRouteBuilder app) => app.MapGet("/downloads/{id}", (string id, HttpContext context, DownloadStore store) =>
    {
        if (store.Find(context.User.ToActor()!, id) is not { } download || Open(download) is not { } content)
        {
            return Results.Text("This download is gone. Make it again.", "text/plain; charset=utf-8", statusCode: StatusCodes.Status404NotFound);
        }

        context.Response.Headers.CacheControl = "private, no-store";
        return Results.Stream(content, download.ContentType, download.FileName);
    });

    // Swept between finding and opening: gone is gone.
    private static FileStream? Open(ReadyDownload download)
    {
        try
        {
            return new FileStream(download.Path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 64 * 1024, FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
