using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FaspayBilling.Bench.Load;

/// <summary>One kept-alive connection that sends finished requests: the processors are for the servers, not for a client.</summary>
internal sealed class HttpConnection : IDisposable
{
    private const string ContentLength = "\r\ncontent-length: ";
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();

    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] buffer = new byte[131_072];

    public static async Task<HttpConnection> OpenAsync(Uri address)
    {
        var connection = new HttpConnection();
        await connection.socket.ConnectAsync(IPAddress.Parse(address.Host), address.Port);
        return connection;
    }

    public static byte[] Get(Uri address, string path) =>
        Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\nAccept: application/json\r\n\r\n");

    public static byte[] Post(Uri address, string path, string json)
    {
        var body = Encoding.UTF8.GetBytes(json);
        return
        [
            .. Encoding.ASCII.GetBytes(
                $"POST {path} HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\n"
                    + $"Content-Length: {body.Length}\r\n\r\n"),
            .. body,
        ];
    }

    /// <summary>The body of the answer; it is overwritten by the next one.</summary>
    /// <exception cref="InvalidOperationException">The answer is no 200, or has no length.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> SendAsync(ReadOnlyMemory<byte> request)
    {
        await socket.SendAsync(request);
        var (have, head, whole) = (0, 0, 0);
        while (whole == 0 || have < whole)
        {
            if (have == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var got = await socket.ReceiveAsync(buffer.AsMemory(have));
            if (got == 0)
            {
                throw new InvalidOperationException("The server closed the connection.");
            }

            have += got;
            if (whole == 0 && (head = buffer.AsSpan(0, have).IndexOf(EndOfHead) + EndOfHead.Length) >= EndOfHead.Length)
            {
                whole = head + BodyLength(buffer.AsSpan(0, head));
            }
        }

        return buffer.AsMemory(head, whole - head);
    }

    public void Dispose() => socket.Dispose();

    private static int BodyLength(Span<byte> head)
    {
        var text = Encoding.ASCII.GetString(head);
        if (!text.StartsWith("HTTP/1.1 200", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"The server answered {text}");
        }

        var at = text.IndexOf(ContentLength, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && Utf8Parser.TryParse(head[(at + ContentLength.Length)..], out int length, out _)
            ? length
            : throw new InvalidOperationException($"The answer has no length: {text}");
    }
}
