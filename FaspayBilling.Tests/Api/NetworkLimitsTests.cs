using System.Net;
using System.Net.Http.Json;
using FaspayBilling.Tests.Api.BillingApi;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;
using Microsoft.Extensions.Time.Testing;

namespace FaspayBilling.Tests.Api;

/// <summary>Whom a limit counts as one where nobody has signed in.</summary>
public sealed class NetworkLimitsTests : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = Given.Clock();
    private readonly TestWeb web;
    private readonly HttpClient http;

    public NetworkLimitsTests()
    {
        web = new TestWeb(clock: clock);
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(web.Address)
        };
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        http.Dispose();
        await web.DisposeAsync();
    }

    [Theory]
    [InlineData("secret", 12)]
    [InlineData("signature", 30)]
    [InlineData("bill", 120)]
    public async Task One_network_has_one_limit(string what, int limit)
    {
        for (var i = 0; i < limit; i++)
        {
            (await IsRefusedAsync(what, $"2001:db8:0:1::{i:x}")).Should().BeFalse();
        }

        (await IsRefusedAsync(what, "2001:db8:0:1:ffff:ffff:ffff:ffff")).Should().BeTrue("it is in the same /64");
        (await IsRefusedAsync(what, "2001:db8:0:2::1")).Should().BeFalse("it is in another /64");
    }

    [Theory]
    [InlineData("secret", 12)]
    [InlineData("signature", 30)]
    [InlineData("bill", 120)]
    public async Task An_IPv4_address_has_a_limit_of_its_own_however_it_is_written(string what, int limit)
    {
        for (var i = 0; i < limit; i++)
        {
            (await IsRefusedAsync(what, i % 2 == 0 ? "192.0.2.1" : "::ffff:192.0.2.1")).Should().BeFalse();
        }

        (await IsRefusedAsync(what, "192.0.2.1")).Should().BeTrue();
        (await IsRefusedAsync(what, "192.0.2.2")).Should().BeFalse("it is another address");
    }

    [Fact]
    public async Task The_next_minute_begins_anew()
    {
        clock.Advance(TimeSpan.FromSeconds(50));
        for (var i = 0; i <= 120; i++)
        {
            await IsRefusedAsync("bill", "192.0.2.1");
        }

        using var refused = await SendAsync("bill", "192.0.2.1");
        clock.Advance(TimeSpan.FromSeconds(10));

        refused.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(10));
        (await IsRefusedAsync("bill", "192.0.2.1")).Should().BeFalse();
    }

    private async Task<bool> IsRefusedAsync(string what, string address)
    {
        using var answer = await SendAsync(what, address);
        return answer.StatusCode == HttpStatusCode.TooManyRequests
            || (await answer.Content.ReadAsStringAsync()).Contains("signature: too many wrong ones", StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> SendAsync(string what, string address)
    {
        var request = what switch
        {
            "secret" => new HttpRequestMessage(HttpMethod.Post, "/connect/token")
            {
                Content = new FormUrlEncodedContent(new Dictionary<string, string>
                {
                    ["client_id"] = "x",
                    ["client_secret"] = "guess",
                    ["grant_type"] = "client_credentials"
                }),
            },
            "signature" => new HttpRequestMessage(HttpMethod.Post, BillCalls.Inquire) { Content = JsonContent.Create(BillCalls.Of(1)) },
            _ => new HttpRequestMessage(HttpMethod.Get, "/bill/guess/pdf"),
        };
        request.Headers.Add(CallerAddress.Header, address);
        return http.SendAsync(request);
    }
}
