using System.Net;
using System.Text.Json;
using FaspayBilling.Core.Data;
using FaspayBilling.Tests.Support.Web;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Health;

public sealed class HealthTests
{
    [Fact]
    public async Task A_program_with_its_database_lives_and_is_ready()
    {
        await using var web = new TestWeb();

        (await AskAsync(web, "live"), await AskAsync(web, "ready")).Should().Be((HttpStatusCode.OK, HttpStatusCode.OK));
    }

    [Fact]
    public async Task Without_its_database_it_lives_and_is_not_ready()
    {
        await using var web = new TestWeb();
        foreach (var part in (string[])["", "-wal", "-shm"])
        {
            // Over what stands there and never shorter: the program has the files open, and the last one mapped.
            var path = web.Get<DatabaseSettings>().Path + part;
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            await file.WriteAsync(Enumerable.Repeat((byte)'x', (int)file.Length).ToArray());
        }

        (await AskAsync(web, "live"), await AskAsync(web, "ready")).Should().Be((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable));
    }

    [Fact]
    public async Task Who_asks_sees_the_word_alone()
    {
        await using var web = new TestWeb(new() { ["Health:FreeDiskMegabytes"] = "1000000000" });
        using var client = new HttpClient { BaseAddress = new Uri(web.Address) };

        (await client.GetStringAsync("/health/ready")).Should().Be("Degraded");
    }

    [Fact]
    public async Task With_details_each_check_is_named()
    {
        await using var web = new TestWeb(new() { ["Health:Details"] = "true", ["Health:FreeDiskMegabytes"] = "1000000000" });
        using var client = new HttpClient { BaseAddress = new Uri(web.Address) };

        using var said = JsonDocument.Parse(await client.GetStringAsync("/health/ready"));

        said.RootElement.GetProperty("checks").EnumerateObject()
            .Select(check => (check.Name, check.Value.GetProperty("status").GetString()))
            .Should().BeEquivalentTo(
                [("database", "Healthy"), ("migrations", "Healthy"), ("outbox", "Healthy"), ("disk", "Degraded")]);
    }

    private static async Task<HttpStatusCode> AskAsync(TestWeb web, string what)
    {
        using var client = new HttpClient { BaseAddress = new Uri(web.Address) };
        using var answer = await client.GetAsync($"/health/{what}");
        return answer.StatusCode;
    }
}
