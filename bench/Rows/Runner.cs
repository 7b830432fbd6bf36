using System.Diagnostics;
using System.Globalization;
using FaspayBilling.Bench.Rows.InProcess;
using FaspayBilling.Bench.Serving;

namespace FaspayBilling.Bench.Rows;

/// <summary>Measures row after row, and leaves out what the results already hold.</summary>
internal sealed class Runner(Options options, TextWriter progress)
{
    private static readonly Row[] Rows =
    [
        new ListApiRow(), new PageTurnsRow(), new CreateRow(), new StartRow(), new ThousandRow(), new GenerateRow(), new ReadsRow(),
        new XlsxRow(), new HourRow(),
    ];

    /// <summary>Returns 0, or 1 when two answered differently or something failed; a figure never fails it.</summary>
    public async Task<int> RunAsync()
    {
        if (options.Only.Except(Rows.Select(r => r.Name)).FirstOrDefault() is { } unknown)
        {
            await progress.WriteLineAsync($"{unknown} is no row; there are {string.Join(", ", Rows.Select(r => r.Name))}.");
            return 2;
        }

        // Before the product is published: a wrong file is told at once.
        var results = new Results(options.Json ?? Path.Combine(options.Databases, options.Short ? "short.json" : "results.json"));
        using var build = await Build.OfAsync(options.Program, progress);
        var failed = false;
        var rows = Rows.Where(r => options.Only.Count > 0 ? options.Only.Contains(r.Name) : Usual(r)).ToList();
        try
        {
            foreach (var row in rows)
            {
                var sizes = options.Short ? [row.Sizes[0]] : row.Sizes;
                string?[] servers = options.Postgres is { } server && row.OnPostgres ? [null, server] : [null];
                foreach (var stage in servers.SelectMany(s => sizes.Select(size => new Stage(options, build.Program, size, s))))
                {
                    failed |= !await MeasureAsync(row, stage, build, results);
                }
            }
        }
        catch (TimeoutException)
        {
            // Nothing can stop the row, and what is measured beside it would be worth nothing; its programs end with this one.
            await progress.WriteLineAsync("It goes on for longer than it should: the run ends.");
            failed = true;
        }

        var table = results.Table(rows.Select(r => r.Name), build.Hash, options);
        Console.WriteLine($"\n{Results.Machine()}, commit {build.Commit ?? "unknown"}\n\n{table}");
        return failed ? 1 : 0;
    }

    private bool Usual(Row row) => !row.OnlyAsked && (row.Cheap || !options.Short);

    /// <exception cref="TimeoutException">The row goes on for longer than any should.</exception>
    private async Task<bool> MeasureAsync(Row row, Stage stage, Build build, Results results)
    {
        if (!options.Again && !options.Short && results.Holds(row.Name, stage.Data, build.Hash, options))
        {
            await progress.WriteLineAsync($"{row.Name}, {stage.Data}: measured before");
            return true;
        }

        await progress.WriteLineAsync($"{row.Name}, {stage.Data} …");
        var start = Stopwatch.GetTimestamp();
        var running = row.RunAsync(stage);
        try
        {
            var lines = await running.WaitAsync(row.Longest);
            var took = Stopwatch.GetElapsedTime(start).TotalSeconds;
            var (now, machine) = (TimeProvider.System.GetUtcNow().UtcDateTime, Results.Machine());
            results.Add(new(
                row.Name,
                stage.Data,
                build.Hash,
                build.Commit,
                now,
                machine,
                options.Conditions,
                options.Rounds,
                options.Seconds,
                took,
                lines));
            await progress.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{row.Name}, {stage.Data}: {took:0} s"));
            return true;
        }
        catch (Exception broken) when (running.IsCompleted || broken is not TimeoutException)
        {
            await progress.WriteLineAsync($"{row.Name}, {stage.Data}: {broken}");
            return false;
        }
    }
}
