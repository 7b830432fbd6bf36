using System.Globalization;
using System.Net.Sockets;
using System.Text;
using FaspayBilling.Tests.Support.Web;

namespace FaspayBilling.Tests.Security;

/// <summary>Where a request ends: what a proxy takes for its content never becomes another request.</summary>
public sealed class RequestEndsTests
{
    private const string Hidden = "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";

    // What its check of health answers, and nothing else does.
    private const string Found = "Healthy";

    [Theory]
    [InlineData("Content-Length: 4\r\nTransfer-Encoding: chunked")]
    [InlineData("Transfer-Encoding: chunked\r\nContent-Length: 4")]
    [InlineData("Content-Length: 4\r\nContent-Length: 60")]
    [InlineData("Transfer-Encoding: chunked, gzip\r\nContent-Length: 4")]
    public async Task A_content_whose_length_is_told_twice_or_oddly_hides_no_request(string length)
    {
        var size = Hidden.Length.ToString("X2", CultureInfo.InvariantCulture);

        var said = await SayAsync($"POST /connect/token HTTP/1.1\r\nHost: localhost\r\n{length}\r\n\r\n{size}\r\n{Hidden}\r\n0\r\n\r\n");

        said.Should().StartWith("HTTP/1.1 400").And.NotContain(Found);
    }

    [Fact]
    public async Task The_same_request_by_itself_is_answered() =>
        (await SayAsync(Hidden)).Should().StartWith("HTTP/1.1 200").And.Contain(Found);

    private static async Task<string> SayAsync(string requests)
    {
        await using var web = new TestWeb();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", new Uri(web.Address).Port, patience.Token);
        var stream = client.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes($"{requests}GET /account/sign-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"),
            patience.Token);
        using var answers = new MemoryStream();
        try
        {
            await stream.CopyToAsync(answers, patience.Token);
        }
        catch (IOException)
        {
            // The server hung up in the middle of it: what it said before counts.
        }

        return Encoding.UTF8.GetString(answers.ToArray());
    }
}
