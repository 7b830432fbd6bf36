using System.Diagnostics;
using FaspayBilling.Bench.Circuits;
using FaspayBilling.Bench.Counters;
using FaspayBilling.Bench.Seeding;
using FaspayBilling.Bench.Serving;

namespace FaspayBilling.Bench.Measuring;

/// <summary>One program under measurement: running over its own copy of the data, with circuits that turn pages.</summary>
internal sealed class Subject : IAsyncDisposable
{
    private const int OpeningAtOnce = 4;
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(250);

    private readonly Options options;
    private readonly Server server;
    private readonly Browser browser;
    private readonly RuntimeMeters meters;
    private readonly IReadOnlyList<IReadOnlyList<string>> pages;
    private readonly string folder;
    private IReadOnlyList<Walker> walkers = [];

    private Subject(Options options, Server server, string folder, IReadOnlyList<IReadOnlyList<string>> pages)
    {
        (this.options, this.server, this.folder, this.pages) = (options, server, folder, pages);
        browser = new Browser(server.Address);
        meters = new RuntimeMeters(server.Id);
    }

    public Figures Figures { get; } = new();

    public Server Server => server;

    /// <summary>The statements of the page turn that ran the median of them.</summary>
    public IReadOnlyList<string> Statements { get; private set; } = [];

    /// <summary>Starts the program, signs in, opens the circuits and turns pages until the code is compiled as it stays.</summary>
    /// <param name="launch">What is measured.</param>
    /// <param name="product">The build whose schema the data has.</param>
    /// <param name="options">How much.</param>
    public static async Task<Subject> StartAsync(Launch launch, string product, Options options)
    {
        var folder = Directory.CreateTempSubdirectory("faspay-bench-").FullName;
        Server? server = null;
        Subject? subject = null;
        try
        {
            var database = await SeedDatabase.CopyAsync(product, options.Invoices, options.Databases, folder);
            var pages = SeedDatabase.Pages(database, Walker.PageSize, Walker.Depth);
            server = await Server.StartAsync(launch, database, options.Environment, options.Settings);
            subject = new Subject(options, server, folder, pages);
            if (launch.SignsIn)
            {
                await subject.browser.SignInAsync(SeedScript.Email, SeedScript.Password);
            }

            subject.walkers = await subject.OpenAsync(options.Circuits);
            await subject.WalkAsync(options.Warm);
            return subject;
        }
        catch
        {
            if (subject is not null)
            {
                await subject.DisposeAsync();
            }
            else
            {
                server?.Dispose();
                Directory.Delete(folder, recursive: true);
            }

            throw;
        }
    }

    /// <summary>What the first visit transfers, compressed as a browser asks for it.</summary>
    public async Task FirstLoadAsync()
    {
        var document = await browser.PageAsync(Walker.List);
        Figures.Add("First load: document", "kB", await browser.SizeAsync(Walker.List) / 1e3);
        var files = 0L;
        foreach (var file in document.Files.Concat(walkers[0].Circuit.Modules).Distinct())
        {
            files += await browser.SizeAsync(file);
        }

        Figures.Add("First load: scripts and styles", "kB", files / 1e3);
    }

    /// <summary>Turns pages one by one, each left alone until nothing more comes, and counts what a turn causes.</summary>
    public async Task SingleAsync()
    {
        var walker = walkers[0];
        await walker.RestartAsync();
        await walker.Circuit.SettleAsync(Quiet);
        using var listening = await SqlCommands.ListenAsync(server.Id);
        var asked = new List<DateTime>();
        for (var i = 0; i < options.Single; i++)
        {
            var (batches, bytes) = (walker.Circuit.Batches, walker.Circuit.BatchBytes);
            asked.Add((await walker.TurnAsync()).Asked);
            await walker.Circuit.SettleAsync(Quiet);
            Figures.Add("Render batches per turn", "", walker.Circuit.Batches - batches);
            Figures.Add("Render batch bytes per turn", "kB", (walker.Circuit.BatchBytes - bytes) / 1e3);
        }

        asked.Add(TimeProvider.System.GetUtcNow().UtcDateTime);
        var commands = await listening.StopAsync();
        var perTurn = asked.Zip(asked.Skip(1)).Select(t => commands.Where(c => c.At >= t.First && c.At < t.Second).ToList()).ToList();
        perTurn.ForEach(c => Figures.Add("SQL commands per turn", "", c.Count));
        Statements = [.. perTurn.OrderBy(c => c.Count).ElementAt(perTurn.Count / 2).Select(c => c.Text)];
    }

    /// <summary>Turns pages on all circuits at once, without pause; for so long, or else as many as the options say.</summary>
    public async Task LoadAsync(TimeSpan? duration = null)
    {
        await Task.WhenAll(walkers.Select(w => w.RestartAsync()));
        await SettleAsync(walkers);
        var allocated = await meters.AllocatedAsync();
        var (cpu, start) = (server.Cpu, Stopwatch.GetTimestamp());
        var took = await WalkAsync(options.Turns, duration);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        await SettleAsync(walkers);
        cpu = server.Cpu - cpu;
        allocated = await meters.AllocatedAsync() - allocated;

        Figures.Add("CPU per turn", "ms", cpu.TotalMilliseconds / took.Count);
        Figures.Add("Allocated per turn", "kB", allocated / 1e3 / took.Count);
        Figures.Add("Turns per second", "1/s", took.Count / seconds);
        Figures.Add("Turn to rows, p50", "ms", took[took.Count / 2]);
        Figures.Add("Turn to rows, p99", "ms", took[took.Count * 99 / 100]);
        Figures.Add("RSS after load", "MiB", server.Resident / 1048576d);
    }

    /// <summary>Opens more circuits that only show the first page, and closes them again.</summary>
    public async Task HeapAsync()
    {
        if (options.Idle > 0)
        {
            var before = await meters.LiveHeapAsync();
            var idle = await OpenAsync(options.Idle);
            await SettleAsync(idle);
            var after = await meters.LiveHeapAsync();
            Figures.Add("Live heap before them", "MiB", before / 1048576d);
            Figures.Add("Live heap per circuit", "KiB", (after - before) / 1024d / options.Idle);
            await Task.WhenAll(idle.Select(w => w.DisposeAsync().AsTask()));
        }
    }

    /// <summary>So many more circuits that show the first page; the caller closes them.</summary>
    public async Task<IReadOnlyList<Walker>> OpenAsync(int count)
    {
        var open = new List<Walker>();
        foreach (var some in Enumerable.Range(0, count).Chunk(OpeningAtOnce))
        {
            open.AddRange(await Task.WhenAll(some.Select(_ => Walker.OpenAsync(browser, pages))));
        }

        return open;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await Task.WhenAll(walkers.Select(w => w.DisposeAsync().AsTask()));
        }
        finally
        {
            // Also when the server broke and takes no leave any more.
            meters.Dispose();
            browser.Dispose();
            server.Dispose();
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>So many turns over all circuits, or turns for so long; the milliseconds of each, sorted.</summary>
    private async Task<IReadOnlyList<double>> WalkAsync(int turns, TimeSpan? duration = null)
    {
        var start = Stopwatch.GetTimestamp();
        var each = Math.Max(1, turns / walkers.Count);
        var took = await Task.WhenAll(walkers.Select(async walker =>
        {
            var mine = new List<Turn>(each);
            while (duration is { } limit ? Stopwatch.GetElapsedTime(start) < limit : mine.Count < each)
            {
                mine.Add(await walker.TurnAsync());
            }

            return mine;
        }));
        return [.. took.SelectMany(t => t).Select(t => t.Took.TotalMilliseconds).Order()];
    }

    private static Task SettleAsync(IReadOnlyList<Walker> walkers) => Task.WhenAll(walkers.Select(w => w.Circuit.SettleAsync(Quiet)));
}
