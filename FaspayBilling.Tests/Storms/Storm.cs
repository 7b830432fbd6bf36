using System.Diagnostics;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Storms;

/// <summary>
/// The program under calls from everywhere, killed again and again; after each kill its own command <c>check</c> looks at the whole
/// database, and what callers were told is looked for in it.
/// </summary>
internal sealed class Storm : IAsyncDisposable
{
    private const int Numbers = 200_000;
    private const int Numberless = 40;
    private const int Documents = 60;
    private const int Clients = 6;
    private const int Lanes = 4;

    // So each kill meets work.
    private const int AnswersBetweenKills = 30;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly StormGround ground;
    private readonly NodeProcess program;
    private readonly Told told = new();
    private readonly List<DateTimeOffset> deaths = [];
    private readonly List<string> lost = [];
    private readonly List<string> doubled = [];
    private readonly List<string> wrong = [];
    private readonly Random moments = new(20_261_128);
    private TestDb db = null!;
    private GivenMerchant merchant = null!;
    private WorkerProcess worker = null!;

    private Storm(StormGround ground)
    {
        this.ground = ground;
        program = new NodeProcess(ground.Folder, ground.Settings);
    }

    /// <summary>Starts the program over a database that it makes, and gives a merchant what the callers need.</summary>
    public static async Task<Storm> MakeAsync(Database database)
    {
        var storm = new Storm(await StormGround.MakeAsync(database));
        try
        {
            await storm.program.StartAsync();
            storm.db = storm.ground.Open();
            storm.merchant = await storm.db.ExporterAsync(channel: TaxChannel.Desktop);
            return storm;
        }
        catch
        {
            await storm.DisposeAsync();
            throw;
        }
    }

    /// <summary>Kills so often, or until the time is over; writes each result down as soon as it is known.</summary>
    public async Task<StormResult> RunAsync(int kills, TimeSpan time, Action<StormResult> note)
    {
        var begun = Stopwatch.GetTimestamp();
        using var stop = new CancellationTokenSource();
        using var http = new HttpClient { BaseAddress = new Uri(program.Address), Timeout = TimeSpan.FromSeconds(20) };
        var calls = await BeginAsync(http, stop.Token);
        for (var i = 0; i < kills && Stopwatch.GetElapsedTime(begun) < time && lost.Count + doubled.Count + wrong.Count == 0; i++)
        {
            await AnswersAsync();
            await Task.Delay(moments.Next(100, 700));
            var kill = ground.Kills[i % ground.Kills.Count];
            await EndAsync(kill);
            await AuditAsync();
            note(Result([kill]));
        }

        WorkerStillRuns();
        await stop.CancelAsync();
        await InTimeAsync(Task.WhenAll(calls).WaitAsync(Patience), "the callers");
        await InTimeAsync(worker.KillAsync(), "the worker");
        await AuditAsync();
        var mails = await StormMails.ReadAsync(db, Path.Combine(ground.Folder, "mail"), deaths);
        wrong.AddRange(mails.Wrong);
        await OnlyWhatWasAskedAsync();
        return Result([]) with { Mails = mails.Left, Copies = mails.Copies };
    }

    /// <summary>The last words of program and worker, for who looks for a reason.</summary>
    public string Words => $"{program.Log[Math.Max(0, program.Log.Length - 3_000)..]}\n{worker.Trouble}";

    public async ValueTask DisposeAsync()
    {
        worker?.Dispose();
        program.Dispose();
        if (db is not null)
        {
            await db.DisposeAsync();
        }

        await ground.DisposeAsync();
    }

    private StormResult Result(IReadOnlyList<Kill> kills) =>
        new(ground.Database, kills, told.Kinds, told.Repeated, [.. lost], [.. doubled], [.. wrong, .. told.Wrong], 0, 0);

    private async Task<IReadOnlyList<Task>> BeginAsync(HttpClient http, CancellationToken stop)
    {
        var system = await db.SystemAsync(merchant);

        // While there are no numbers: for those who give numbers later, and for those who cancel documents.
        var invoices = await StormInvoices.IssuedAsync(db, merchant, Numberless + Documents);

        var clients = new List<string>();
        for (var i = 0; i < Clients; i++)
        {
            clients.Add((await db.ClientAsync(merchant, $"erp{i}")).ClientId);
        }

        // Only now: what was made before has none, and Generate E-Faktur No gives it one.
        await merchant.AvailableNumbersAsync(JakartaCalendar.YearOf(db.Clock.Now()), Numbers);
        var documents = invoices.Skip(Numberless).Select(i => i.DocumentId!).ToList();
        worker = new(ground.Settings, merchant.Id, [.. invoices.Take(Numberless).Select(i => i.Number)], told);
        worker.Start();
        return
        [
            new BillCaller(http, system, told).RunAsync(Lanes, stop),
            new DocumentCaller(http, clients, documents, told).RunAsync(stop),
        ];
    }

    private async Task AnswersAsync()
    {
        var before = told.Count;
        for (var begun = Stopwatch.GetTimestamp(); told.Count < before + AnswersBetweenKills; await Task.Delay(20))
        {
            if (Stopwatch.GetElapsedTime(begun) > Patience)
            {
                wrong.Add($"nobody was answered for three minutes: {Words}");
                return;
            }
        }
    }

    private async Task EndAsync(Kill kill)
    {
        WorkerStillRuns();
        var (endsProgram, endsWorker) = (kill is Kill.Program or Kill.Both or Kill.Stop, kill is Kill.Worker or Kill.Both);
        var ends = Task.WhenAll(
            kill == Kill.Stop ? StopAsync() : endsProgram ? program.KillAsync() : Task.CompletedTask,
            endsWorker ? worker.KillAsync() : Task.CompletedTask,
            endsProgram || endsWorker ? Task.CompletedTask : ground.EndServerAsync(kill));
        if (!await InTimeAsync(ends, $"what {kill} ends"))
        {
            return;
        }

        if (endsProgram)
        {
            deaths.Add(TimeProvider.System.GetUtcNow());
            program.Begin();
        }
        else if (!program.IsRunning)
        {
            wrong.Add($"the program ended by itself after {kill}: {Words}");
            return;
        }

        if (endsWorker)
        {
            worker.Start();
        }

        await program.BackAsync();
    }

    private async Task StopAsync()
    {
        if (await program.StopAsync() is not 0 and var code)
        {
            wrong.Add($"the program was stopped and answered {code}: {Words}");
        }
    }

    private void WorkerStillRuns()
    {
        if (!worker.IsRunning)
        {
            wrong.Add($"the worker ended by itself: {Words}");
        }
    }

    private async Task<bool> InTimeAsync(Task end, string whose)
    {
        try
        {
            await end;
            return true;
        }
        catch (TimeoutException)
        {
            wrong.Add($"{whose} did not end in time: {Words}");
            return false;
        }
    }

    // What was answered before is there, whatever comes meanwhile.
    private async Task AuditAsync()
    {
        var answers = told.Answers;
        var check = ProgramRun.RunAsync(
            ground.Folder, ground.Settings.ToDictionary(s => s.Key.Replace(":", "__", StringComparison.Ordinal), s => s.Value), "check");
        var audit = await StormAudit.ReadAsync(db, merchant.Id, answers);
        lost.AddRange(audit.Lost);
        doubled.AddRange(audit.Doubled);
        var (code, said, error) = await check;
        if (code != 0)
        {
            var broken = said.Split('\n').Where(line => !line.StartsWith("ok ", StringComparison.Ordinal)).Take(20);
            wrong.Add($"check answered {code}:\n{string.Join('\n', broken)}{error}");
        }
    }

    // At the end nothing is under way: each bill that was asked for is there, and none that was not.
    private async Task OnlyWhatWasAskedAsync()
    {
        var stored = await db.ReadAsync(d => d.Set<Invoice>().Where(i => i.MerchantId == merchant.Id && i.TransactionNumber != null)
            .Select(i => "bill " + i.TransactionNumber).ToListAsync());
        var asked = told.Asked;
        lost.AddRange(asked.Except(stored).Select(a => $"{a} was asked for until it was answered, and is not there"));
        wrong.AddRange(stored.Except(asked).Select(s => $"nobody asked for {s}"));
        var book = await NumberBook.ReadAsync(db, merchant.Id);
        if (!book.Used.Concat(book.Free).Order().SequenceEqual(book.InRanges))
        {
            wrong.Add("a number is used and available, or neither");
        }
    }
}
