using System.Diagnostics;
using System.Globalization;
using FaspayBilling.Bench.Circuits;
using FaspayBilling.Bench.Counters;
using FaspayBilling.Bench.Load;
using FaspayBilling.Bench.Measuring;
using FaspayBilling.Bench.Seeding;
using FaspayBilling.Bench.Serving;

namespace FaspayBilling.Bench.Rows;

/// <summary>
/// Open lists that are turned now and then while a merchant's system makes bills, for an hour or as long as FASPAY_LONG_MINUTES says. It
/// fails when the memory has not come to rest.
/// </summary>
internal sealed class HourRow : Row
{
    private const string Minutes = "FASPAY_LONG_MINUTES";
    private const int Pages = 300;
    private const int OpeningAtOnce = 4;
    private const int Depth = 60;
    private const double Mebi = 1_048_576;
    private const double Growth = 1.1;

    // Stands on every page of the list, whatever was made meanwhile.
    private static readonly string[] AnyRow = ["INV-"];
    private static readonly TimeSpan EachTurn = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan EachBill = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan EachList = TimeSpan.FromMilliseconds(100);

    public override string Name => "hour";

    public override bool OnlyAsked => true;

    public override TimeSpan Longest => TimeSpan.FromMinutes(Lasts + 30);

    private static double Lasts => double.TryParse(
        Environment.GetEnvironmentVariable(Minutes), CultureInfo.InvariantCulture, out var set) ? set : 60;

    public override async Task<IReadOnlyList<Line>> RunAsync(Stage stage)
    {
        using var product = await stage.StartAsync(Launch.Product(stage.Program));
        using var meters = new RuntimeMeters(product.Server.Id);
        using var browser = new Browser(product.Server.Address);
        await browser.SignInAsync(SeedScript.Email, SeedScript.Password);
        var pages = await OpenAsync(browser, SeedDatabase.Pages(product.Database, Walker.PageSize, 1)[0]);
        using var stop = new CancellationTokenSource();
        var service = CreateRow.ServiceOf(product.Database);
        List<Task> all =
        [
            .. pages.Select((page, i) => EveryAsync(EachTurn, EachTurn * i / Pages, n => TurnAsync(page, i + n), stop)),
            CallAsync(product.Server, EachBill, () => CreateRow.Create(product.Server.Address, service), stop),
            CallAsync(product.Server, EachList, () => HttpConnection.Get(product.Server.Address, Lists), stop),
        ];
        var work = Task.WhenAll(all);
        var figures = await WatchAsync(stage, product.Server, meters, work);
        await stop.CancelAsync();
        await work;
        await Task.WhenAll(pages.Select(p => p.DisposeAsync().AsTask()));
        return Rested(figures);
    }

    private static string Lists => ListApi.Call("2025-03-01", "2025-03-31", "4", 1);

    private static async Task<List<Circuit>> OpenAsync(Browser browser, IReadOnlyList<string> first)
    {
        var open = new List<Circuit>();
        foreach (var some in Enumerable.Range(0, Pages).Chunk(OpeningAtOnce))
        {
            open.AddRange(await Task.WhenAll(some.Select(_ => Circuit.OpenAsync(browser, Walker.List, first))));
        }

        return open;
    }

    // Each minute at once into the file: of an hour that is broken off the minutes before stay.
    private static async Task<Figures> WatchAsync(Stage stage, Server server, RuntimeMeters meters, Task work)
    {
        var file = Path.Combine(stage.Options.Databases, "hour.csv");
        await File.WriteAllTextAsync(file, "minute,rss MiB,live heap MiB\n");
        var figures = new Figures();
        var start = Stopwatch.GetTimestamp();
        for (var minute = 1; minute <= Lasts; minute++)
        {
            var left = TimeSpan.FromMinutes(minute) - Stopwatch.GetElapsedTime(start);
            if (left > TimeSpan.Zero && await Task.WhenAny(work, Task.Delay(left)) == work)
            {
                // It only ends by itself when something broke.
                await work;
            }

            var (rss, heap) = (server.Resident / Mebi, await meters.LiveHeapAsync() / Mebi);
            figures.Add("RSS", "MiB", rss);
            figures.Add("live heap", "MiB", heap);
            await File.AppendAllTextAsync(file, string.Create(CultureInfo.InvariantCulture, $"{minute},{rss:0.0},{heap:0.0}\n"));
        }

        return figures;
    }

    private static List<Line> Rested(Figures figures)
    {
        var minutes = Lasts.ToString("0", CultureInfo.InvariantCulture);
        var lines = new List<Line>();
        foreach (var metric in figures.All)
        {
            var third = metric.Values.Count / 3;
            if (third == 0)
            {
                throw new InvalidOperationException($"{Minutes} must be at least 3.");
            }

            List<double> second = [.. metric.Values.Skip(metric.Values.Count - (2 * third)).Take(third)];
            List<double> last = [.. metric.Values.Skip(metric.Values.Count - third)];
            var (before, after) = (Spread.Of(second), Spread.Of(last));
            if (after.Median > before.Median * Growth)
            {
                throw new InvalidOperationException(
                    $"{metric.Name} still grows: {Spread.Number(before.Median)} MiB in the second third, "
                        + $"{Spread.Number(after.Median)} in the last one; hour.csv has each minute.");
            }

            lines.Add(new(
                $"{Pages} open pages and an API for {minutes} minutes: {metric.Name}, last third",
                metric.Unit,
                last,
                "its second third",
                second,
                "ratio <= 1.1"));
        }

        return lines;
    }

    private static async Task TurnAsync(Circuit page, int number) =>
        await page.GoAsync(string.Create(CultureInfo.InvariantCulture, $"{Walker.List}?page={1 + (number % Depth)}"), AnyRow);

    private static async Task CallAsync(
        Server server, TimeSpan every, Func<ReadOnlyMemory<byte>> request, CancellationTokenSource stop)
    {
        using var connection = await HttpConnection.OpenAsync(server.Address);
        await EveryAsync(every, every, _ => AskAsync(connection, request()), stop);
    }

    private static async Task AskAsync(HttpConnection connection, ReadOnlyMemory<byte> request)
    {
        var body = await connection.SendAsync(request);
        if (body.Span.IndexOf(ListApi.Mark) < 0)
        {
            throw new InvalidOperationException($"Not the answer: {System.Text.Encoding.UTF8.GetString(body.Span)}");
        }
    }

    // What takes longer than its time is begun again at once, and not twice; what breaks ends all others.
    private static async Task EveryAsync(TimeSpan every, TimeSpan first, Func<int, Task> work, CancellationTokenSource stop)
    {
        try
        {
            await Task.Delay(first, stop.Token);
            using var timer = new PeriodicTimer(every);
            for (var number = 1; ; number++)
            {
                await work(number);
                await timer.WaitForNextTickAsync(stop.Token);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The time is over.
        }
        catch
        {
            await stop.CancelAsync();
            throw;
        }
    }
}
