using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FaspayBilling.Tests.Outbox.Callbacks;

/// <summary>A merchant's system: a real little HTTP server on loopback that takes callbacks and answers as the test wants.</summary>
internal sealed class MerchantServer : IAsyncDisposable
{
    /// <summary>An address of this machine at which nobody answers.</summary>
    public const string Nowhere = "http://127.0.0.1:1/callback";

    private readonly WebApplication app;
    private readonly ConcurrentQueue<ReceivedCall> received = new();

    private MerchantServer(WebApplication app) => this.app = app;

    /// <summary>What was posted, in the order in which it came.</summary>
    public IReadOnlyList<ReceivedCall> Received => [.. received];

    /// <summary>How the next calls are answered.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = http => http.Response.WriteAsync("OK");

    public string Url => $"{app.Urls.First()}/callback";

    /// <summary>Settings with which callbacks to this machine are allowed, and do not wait long.</summary>
    public static Dictionary<string, string?> Settings => new() { ["Callbacks:AllowLocal"] = "true", ["Callbacks:TimeoutSeconds"] = "2" };

    /// <summary>Starts it; by https where it has a certificate.</summary>
    public static async Task<MerchantServer> StartAsync(X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        if (certificate is null)
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
        }
        else
        {
            builder.WebHost.UseKestrelHttpsConfiguration();
            builder.WebHost.ConfigureKestrel(o => o.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        }

        builder.Logging.ClearProviders();
        var server = new MerchantServer(builder.Build());
        server.app.Run(server.TakeAsync);
        await server.app.StartAsync();
        return server;
    }

    /// <summary>From now on: that status, and that text.</summary>
    public void Answers(int status, string text = "") => Answer = http =>
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsync(text);
    };

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new StreamReader(http.Request.Body);
        received.Enqueue(new ReceivedCall(http.Request.Method, http.Request.Path, http.Request.ContentType, await body.ReadToEndAsync()));
        await Answer(http);
    }
}

/// <summary>One call as it came.</summary>
internal sealed record ReceivedCall(string Method, string Path, string? ContentType, string Body)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string this[string field] => Json.GetProperty(field).ToString();
}
