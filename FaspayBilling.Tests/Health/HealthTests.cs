using System.Net;
using FaspayBilling.Core.Data;
using FaspayBilling.Tests.Support.Web;
using Microsoft.Data.Sqlite;
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
        var pool = await web.ReadAsync(db => Task.FromResult(db.Database.GetConnectionString()));
        using (var own = new SqliteConnection(pool))
        {
            SqliteConnection.ClearPool(own);
        }

        foreach (var part in (string[])["", "-wal", "-shm"])
        {
            await File.WriteAllTextAsync(web.Get<DatabaseSettings>().Path + part, new string('x', 8192));
        }

        (await AskAsync(web, "live"), await AskAsync(web, "ready")).Should().Be((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable));
    }

    private static async Task<HttpStatusCode> AskAsync(TestWeb web, string what)
    {
        using var client = new HttpClient { BaseAddress = new Uri(web.Address) };
        using var answer = await client.GetAsync($"/health/{what}");
        return answer.StatusCode;
    }
}
