using System.Globalization;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Api.DocumentApi;

public sealed class DocumentLimitsTests
{
    [Fact]
    public async Task The_thirteenth_cancel_of_a_minute_waits_and_the_next_minute_is_free()
    {
        await using var api = await TestApi.MakeAsync();
        var token = await api.TokenOfAsync(api.Fpy);
        for (var i = 1; i <= 12; i++)
        {
            var reply = await api.StateAsync(token, "F9D425P6DS7D8IU");
            reply.Said.Should().Be("404 NotFound");
            reply.Headers["X-Rate-Limit-Limit"].Should().Be("12");
            reply.Headers["X-Rate-Limit-Remaining"].Should().Be((12 - i).ToString(CultureInfo.InvariantCulture));
            reply.Headers.Should().NotContainKey("X-Rate-Limit-Reset");
        }

        api.Clock.Advance(TimeSpan.FromSeconds(20));
        var refused = await api.StateAsync(token, "F9D425P6DS7D8IU");

        refused.Said.Should().Be("429 TooManyRequests");
        refused.Headers["Retry-After"].Should().Be("40");
        refused.Headers["X-Rate-Limit-Remaining"].Should().Be("0");
        refused.Headers["X-Rate-Limit-Reset"].Should().Be("2026-11-16T02:01:00.0000000Z");
        (await api.StateAsync(token, "F9D425P6DS7D8IU", "rejected")).Status.Should().Be(404, "cancel and reject are counted apart");
        (await api.StateAsync(await api.TokenOfAsync(api.Fpy), "F9D425P6DS7D8IU")).Status
            .Should().Be(404, "another client has its own count");
        api.Clock.Advance(TimeSpan.FromSeconds(40));
        (await api.StateAsync(token, "F9D425P6DS7D8IU")).Status.Should().Be(404);
    }

    [Fact]
    public async Task A_faulty_body_is_told_only_to_who_may_still_call()
    {
        await using var api = await TestApi.MakeAsync();
        var token = await api.TokenOfAsync(api.Fpy);
        for (var i = 0; i < 12; i++)
        {
            (await api.SendAsync(HttpMethod.Put, "/api/v1.0/documents/state/X/state", token, "nonsense")).Said
                .Should().Be("400 BadRequest");
        }

        (await api.SendAsync(HttpMethod.Put, "/api/v1.0/documents/state/X/state", token, "nonsense")).Said
            .Should().Be("429 TooManyRequests");
        (await api.SendAsync(HttpMethod.Put, "/api/v1.0/documents/state/X/state", null, "nonsense")).Said.Should().Be("401 Unauthorized");
    }

    [Fact]
    public async Task Twelve_tokens_a_minute()
    {
        await using var api = await TestApi.MakeAsync();
        for (var i = 0; i < 12; i++)
        {
            await api.TokenAsync("FPY-erp");
        }

        using var refused = await api.LoginAsync("FPY-erp", GivenClient.Secret);

        ((int)refused.StatusCode).Should().Be(429);
        refused.Headers.GetValues("X-Rate-Limit-Reset").Should().ContainSingle();
        refused.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Guessing_secrets_ends_after_twelve_tries_from_an_address()
    {
        await using var api = await TestApi.MakeAsync();
        for (var i = 0; i < 12; i++)
        {
            using var wrong = await api.LoginAsync("FPY-erp", "guess");
            ((int)wrong.StatusCode).Should().Be(400);
        }

        using var refused = await api.LoginAsync("FPY-erp", GivenClient.Secret);
        ((int)refused.StatusCode).Should().Be(429);
    }
}
