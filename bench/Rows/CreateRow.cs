using System.Globalization;
using FaspayBilling.Bench.Counters;
using FaspayBilling.Bench.Limit;
using FaspayBilling.Bench.Load;
using FaspayBilling.Bench.Measuring;
using FaspayBilling.Bench.Seeding;
using FaspayBilling.Bench.Serving;

namespace FaspayBilling.Bench.Rows;

/// <summary>Create of the billing API (a bill, issued and mailed) against the raw writer of numbers, both over HTTP and durable.</summary>
internal sealed class CreateRow : Row
{
    private static readonly int[] Connections = [1, 8];
    private static long transactions = 1_000_000;

    public override string Name => "create";

    public override bool Cheap => true;

    public override async Task<IReadOnlyList<Line>> RunAsync(Stage stage)
    {
        using var limit = await stage.StartAsync(Launch.Limit(stage.Program));
        using var product = await stage.StartAsync(Launch.Product(stage.Program));
        using var limits = new RuntimeMeters(limit.Server.Id);
        using var products = new RuntimeMeters(product.Server.Id);
        var service = ServiceOf(product.Database);
        var one = new Writer(limit.Server, limits, (_, _) => HttpConnection.Post(limit.Server.Address, LimitServer.AllocatePath, ""));
        var other = new Writer(product.Server, products, (_, _) => Create(product.Server.Address, service));
        var lines = new List<Line>();
        foreach (var connections in Connections)
        {
            (one.Figures, other.Figures) = (new(), new());
            await one.RoundAsync(connections, stage.Round, counted: false);
            await other.RoundAsync(connections, stage.Round, counted: false);
            (one.Figures, other.Figures) = (new(), new());
            await stage.InTurnAsync(one, other, writer => writer.RoundAsync(connections, stage.Round));
            lines.AddRange(one.Figures.All.Select(metric => new Line(
                $"Billing API create over HTTP, {connections} connections: {metric.Name}",
                metric.Unit,
                other.Figures[metric.Name]!.Values,
                "raw numbers",
                metric.Values,
                metric.Name == "answers" ? "ratio >= 0.15" : null)));
        }

        const string Made = """FROM "Invoices" WHERE "TransactionNumber" IS NOT NULL AND "MerchantId" =""";
        var owner = $"""{Made} (SELECT "MerchantId" FROM "BillingCredentials" WHERE "Id" = {service})""";
        var stored = Read(product.Database, $"SELECT COUNT(*) {owner}");
        var numbers = Read(product.Database, $"""SELECT COUNT(DISTINCT "Number") {owner}""");
        var (lost, doubled) = (other.Answered - stored, stored - numbers);
        if (lost != 0 || doubled != 0)
        {
            throw new InvalidOperationException($"Billing API create: {lost} answered and not stored, {doubled} of the same number.");
        }

        lines.Add(new("Billing API create: answered and not stored, or of the same number", "", [lost, doubled], Must: "0"));
        return lines;
    }

    /// <summary>The id under which the merchant's system calls.</summary>
    public static long ServiceOf(string database) =>
        Read(database, $"""SELECT "Id" FROM "BillingCredentials" WHERE "Username" = '{ListApi.Username}'""");

    /// <summary>A call that makes one more bill.</summary>
    public static ReadOnlyMemory<byte> Create(Uri address, long service)
    {
        var number = Interlocked.Increment(ref transactions).ToString(CultureInfo.InvariantCulture);
        return HttpConnection.Post(
            address,
            ListApi.CreatePath,
            $$"""
            {"service_id":{{service}},"transaction_number":"{{number}}","billing_total":10000,"customer_name":"Budi Santoso",
            "customer_email":"budi@pelanggan.example","customer_phone":"087884398009","signature":"{{ListApi.Signature(number)}}"}
            """);
    }

    private static long Read(string database, string sql)
    {
        using var connection = SeedDatabase.Open(database);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private sealed class Writer(Server server, RuntimeMeters meters, HttpLoad.Next next)
    {
        public Figures Figures { get; set; } = new();

        public long Answered { get; private set; }

        public async Task RoundAsync(int connections, TimeSpan duration, bool counted = true)
        {
            var round = await HttpLoad.RunAsync(server, counted ? meters : null, connections, duration, next);
            Answered += round.Took.Count;
            round.AddTo(Figures);
        }
    }
}
