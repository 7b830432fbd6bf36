using FaspayBilling.Tests.EndToEnd;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;
using Microsoft.Playwright;

namespace FaspayBilling.Tests.Nodes;

/// <summary>
/// Two nodes with the demo, one PostgreSQL that belongs to them, one key file, and nginx before them as the README shows it; started once
/// for all tests of a class.
/// </summary>
public sealed class NodePair : IAsyncLifetime
{
    /// <summary>The program's user of the database.</summary>
    public const string User = "faspay";

    public const string Database = "faspay";

    /// <summary>Connections that each node may have.</summary>
    private const int Pool = 7;

    private const string NodeCookie = "faspay_node";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("faspay-nodes-");
    private readonly ProxyServer proxy = new();

    /// <summary>What visitors call.</summary>
    public string Address => proxy.Address;

    public string MailFolder => Path.Combine(folder.FullName, "mail");

    internal PostgresServer Server { get; private set; } = null!;

    internal NodeProcess A { get; private set; } = null!;

    internal NodeProcess B { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (Machine.WhyNotNodes is not null)
        {
            return;
        }

        Server = await PostgresServer.MakeAsync();
        await Server.ExecuteAsync("postgres", $"CREATE ROLE {User} LOGIN");
        await Server.ExecuteAsync("postgres", $"CREATE DATABASE {Database} OWNER {User}");
        A = new NodeProcess(folder.FullName, Settings, "Development");
        B = new NodeProcess(folder.FullName, Settings, "Development");
        await Task.WhenAll(A.StartAsync(), B.StartAsync());
        await proxy.StartAsync(ProxyServer.Nodes, A.Address, B.Address);
    }

    /// <summary>A client that is at that node, <c>a</c> or <c>b</c>, as long as it answers; what nginx says later it believes.</summary>
    public HttpMessageHandler ClientAt(string node)
    {
        var client = (SocketsHttpHandler)proxy.ClientFrom("127.0.0.1");
        client.CookieContainer.Add(new Uri(Address), new System.Net.Cookie(NodeCookie, node));
        return client;
    }

    /// <summary>At which node such a client is now.</summary>
    public string? NodeOf(HttpMessageHandler client) =>
        ((SocketsHttpHandler)client).CookieContainer.GetCookies(new Uri(Address))[NodeCookie]?.Value;

    /// <summary>Somebody with a browser who is at that node.</summary>
    public async Task<Guest> GuestAtAsync(string node, string email)
    {
        var guest = await Guest.StrangerAsync(Address);
        await guest.Page.Context.AddCookiesAsync([new() { Name = NodeCookie, Value = node, Url = Address, Secure = true }]);
        await guest.SignInAsync(email, DemoAccess.Password);
        return guest;
    }

    /// <summary>At which node a browser is now.</summary>
    public async Task<string?> NodeOfAsync(IPage page) =>
        (await page.Context.CookiesAsync([Address])).SingleOrDefault(c => c.Name == NodeCookie)?.Value;

    /// <summary>The database, read and written past the nodes; over new connections: those of before may have been ended.</summary>
    public TestDb Open()
    {
        var settings = Settings.ToDictionary(s => s.Key, s => (string?)s.Value);
        settings["Database:ConnectionString"] += ";Pooling=false";
        return TestDb.Open(settings, new(TimeProvider.System.GetUtcNow()));
    }

    /// <summary>Starts a node again and returns when nginx sends visitors to it.</summary>
    internal async Task ReturnAsync(NodeProcess node)
    {
        await node.StartAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            var name = node == A ? "a" : "b";
            using var client = ClientAt(name);
            using var http = new HttpClient(client) { BaseAddress = new Uri(Address) };
            using var answer = await http.GetAsync(new Uri("/health/live", UriKind.Relative), patience.Token);
            if (answer.IsSuccessStatusCode && NodeOf(client) == name)
            {
                return;
            }

            await Task.Delay(100, patience.Token);
        }
    }

    public async Task DisposeAsync()
    {
        A?.Dispose();
        B?.Dispose();
        proxy.Dispose();
        if (Server is not null)
        {
            await Server.DisposeAsync();
        }

        folder.Delete(recursive: true);
    }

    private Dictionary<string, string> Settings => new(StringComparer.Ordinal)
    {
        ["Database:Provider"] = "Postgres",
        ["Database:ConnectionString"] = Server.To(Database, Pool, User),

        // On a machine that is busy with other tests, callers who share few connections may wait long.
        ["Database:WaitSeconds"] = "60",
        ["DataProtection:KeyFile"] = Path.Combine(folder.FullName, "faspay.key"),
        ["Site:Address"] = Address,
        ["Mail:Folder"] = MailFolder,
    };
}
