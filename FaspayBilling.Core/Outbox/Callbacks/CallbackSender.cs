using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Outbox.Callbacks;

/// <summary>
/// Posts JSON to a merchant's address. Follows no redirect, keeps no cookie, uses no proxy, reads little of the answer, and connects only
/// to the very addresses that it looked at, so that a name cannot lead elsewhere in between.
/// </summary>
/// <param name="settings">What may be called, and for how long.</param>
/// <param name="resolve">From a name to its addresses; null for the machine's own way.</param>
public sealed class CallbackSender(CallbackSettings settings, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
    : IDisposable
{
    private const int MostOfAnswer = 2_048;
    private const int MostWords = 300;
    private const int MostHeaderKilobytes = 16;

    private readonly HttpClient http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.None,
        MaxResponseHeadersLength = MostHeaderKilobytes,
        MaxResponseDrainSize = 0,
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        ConnectCallback = (context, stop) => ConnectAsync(
            context.DnsEndPoint, resolve ?? Dns.GetHostAddressesAsync, settings.AllowLocal, stop),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Null when the answer was 2xx; otherwise what went wrong.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> ended it: whether it arrived is not known.</exception>
    public async Task<DeliveryError?> PostAsync(string url, string body, CancellationToken stop)
    {
        if (!CallbackAddress.IsAllowed(url, settings.AllowLocal))
        {
            return new DeliveryError("The address is not an https address on the public internet.");
        }

        using var hurry = CancellationTokenSource.CreateLinkedTokenSource(stop);
        hurry.CancelAfter(settings.Timeout);
        try
        {
            using var call = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
            call.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
            call.Headers.UserAgent.Add(new ProductInfoHeaderValue("FaspayBilling", "1"));
            using var answer = await http.SendAsync(call, HttpCompletionOption.ResponseHeadersRead, hurry.Token);
            return answer.IsSuccessStatusCode ? null : new DeliveryError(await WordsAsync(answer, hurry.Token));
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            var words = string.Create(CultureInfo.InvariantCulture, $"No answer within {settings.Timeout.TotalSeconds:0} seconds.");
            return new DeliveryError(words, Away: true);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            var words = broken.InnerException is SocketException or IOException
                ? $"{broken.Message} {broken.InnerException.Message}"
                : broken.Message;
            return new DeliveryError(Cut(words), Away: IsAway(broken));
        }
    }

    public void Dispose() => http.Dispose();

    private static bool IsAway(Exception broken) => broken is HttpRequestException
    {
        HttpRequestError: HttpRequestError.ConnectionError
            or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError,
    };

    private static async ValueTask<Stream> ConnectAsync(
        DnsEndPoint target, Func<string, CancellationToken, Task<IPAddress[]>> resolve, bool local, CancellationToken stop)
    {
        var found = await resolve(target.Host, stop);
        var allowed = local ? found : [.. found.Where(CallbackAddress.IsPublic)];
        if (allowed.Length == 0)
        {
            throw new HttpRequestException("The address leads into a private network.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, target.Port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task<string> WordsAsync(HttpResponseMessage answer, CancellationToken stop)
    {
        var status = $"HTTP {(int)answer.StatusCode}";
        if ((int)answer.StatusCode is >= 300 and < 400)
        {
            return $"{status}: redirects are not followed.";
        }

        await using var body = await answer.Content.ReadAsStreamAsync(stop);
        var start = new byte[MostOfAnswer];
        var read = await body.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, stop);
        var text = string.Join(' ', Encoding.UTF8.GetString(start, 0, read).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return Cut(text.Length == 0 ? status : $"{status}: {text}");
    }

    private static string Cut(string words) => PlainText.Cut(string.Concat(words.Where(c => !char.IsControl(c))), MostWords);
}
