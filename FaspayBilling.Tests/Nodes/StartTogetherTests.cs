using System.Globalization;
using System.Text.RegularExpressions;
using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Nodes;

/// <summary>
/// Two nodes that start at the same moment on a PostgreSQL with nothing in it: three times each, or as often as FASPAY_NODE_STARTS says.
/// </summary>
public sealed partial class StartTogetherTests : IDisposable
{
    private static readonly int Times =
        int.TryParse(Environment.GetEnvironmentVariable("FASPAY_NODE_STARTS"), CultureInfo.InvariantCulture, out var set) ? set : 3;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("faspay-starts-");

    [PostgresFact]
    public async Task Both_become_ready_and_the_first_Admin_can_come_by_the_link_of_either_and_only_once()
    {
        for (var i = 0; i < Times; i++)
        {
            await TwiceAsync("Production", async (a, b, _) =>
            {
                using var ada = new HttpVisitor(a.Address);
                using var budi = new HttpVisitor(b.Address);
                var (first, second) = (LinkOf(a), LinkOf(b));

                using var offered = await budi.GetAsync(first);
                using var made = await ada.SendAsync(
                    second, ("MerchantName", "Toko Ada"), ("Code", "ADA"), ("YourName", "Ada"), ("Email", "ada@toko.example"),
                    ("Password", "Correct-Horse-7"), ("Repeated", "Correct-Horse-7"));
                using var late = await budi.GetAsync(first);

                (await offered.AlertAsync()).Should().BeNull("each node's own link is good at both");
                made.LeadsTo().Should().Be("/", "{0}", a.Log);
                (await late.AlertAsync()).Should().NotBeNull("the merchant is there");
            });
        }
    }

    [PostgresFact]
    public async Task Both_become_ready_and_the_demo_is_there_once()
    {
        for (var i = 0; i < Times; i++)
        {
            await TwiceAsync("Development", async (a, b, settings) =>
            {
                await using var db = TestDb.Open(settings.ToDictionary(s => s.Key, s => (string?)s.Value));
                (await db.ReadAsync(d => d.Set<Merchant>().OrderBy(m => m.Code).Select(m => m.Code).ToListAsync()))
                    .Should().Equal("FPY", "T8V");
                (await db.ReadAsync(d => d.Set<User>().CountAsync(u => u.Email == "admin@fpy.example"))).Should().Be(1);
                foreach (var node in new[] { a, b })
                {
                    using var admin = new HttpVisitor(node.Address);
                    using var signed = await admin.SignInAsync("admin@fpy.example");
                    signed.LeadsTo().Should().Be("/");
                }
            });
        }
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task TwiceAsync(
        string environment, Func<NodeProcess, NodeProcess, IReadOnlyDictionary<string, string>, Task> then)
    {
        var connection = await PostgresTemplate.EmptyAsync();
        try
        {
            var settings = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Database:Provider"] = "Postgres",
                ["Database:ConnectionString"] = connection,
                ["Database:Create"] = "true",
                ["DataProtection:KeyFile"] = Path.Combine(folder.FullName, $"{Guid.NewGuid():N}.key"),
            };
            using var a = new NodeProcess(folder.FullName, settings, environment);
            using var b = new NodeProcess(folder.FullName, settings, environment);
            await Task.WhenAll(a.StartAsync(), b.StartAsync());
            await then(a, b, settings);
        }
        finally
        {
            await PostgresTemplate.DropAsync(connection);
        }
    }

    // What is logged may be heard a moment after the program is ready.
    private static string LinkOf(NodeProcess node)
    {
        SpinWait.SpinUntil(() => SetUp().IsMatch(node.Log), TimeSpan.FromSeconds(20)).Should().BeTrue("{0}", node.Log);
        return SetUp().Match(node.Log).Value;
    }

    [GeneratedRegex(@"/account/set-up\?link=\S+")]
    private static partial Regex SetUp();
}
