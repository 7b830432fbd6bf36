using System.Globalization;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Faults;
using FaspayBilling.Tests.Support.Data;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Tests.Storms;

/// <summary>
/// The test assembly started as a program: it calls the handlers of the screens over the database that the program serves, in lanes, and
/// says of each step that it was answered. Started again, it does every unfinished job from its beginning, under the same keys.
/// </summary>
internal static class StormWorker
{
    public const string Name = "storm";
    public const string MerchantKey = "Storm:Merchant";
    public const string UnfinishedKey = "Storm:Unfinished";
    public const string NextKey = "Storm:Next";
    public const string NumberlessKey = "Storm:Numberless";

    /// <summary>The last word of a line: what a kill cut off lacks it.</summary>
    public const string Whole = ".";

    private const int Lanes = 3;
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(100);

    // SQLite knows nothing of turns between processes: one that writes without a pause keeps the program from its file for seconds.
    private static readonly TimeSpan BetweenStepsOnSqlite = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan BetweenSteps = TimeSpan.FromMilliseconds(20);

    /// <summary>Goes on until it is killed.</summary>
    /// <param name="arguments">Settings as <c>key=value</c>.</param>
    public static async Task RunAsync(string[] arguments)
    {
        var settings = arguments.Select(a => a.Split('=', 2)).ToDictionary(a => a[0], a => (string?)a[1], StringComparer.Ordinal);
        var actor = new Actor(Number(settings[MerchantKey]!), null, "Storm", Role.Finance);
        await using var services = TestServices.Build(settings, Path.GetTempPath(), TimeProvider.System);
        await using var scope = services.CreateAsyncScope();
        var rest = settings["Database:Provider"] == "Sqlite" ? BetweenStepsOnSqlite : BetweenSteps;
        var job = new StormJob(
            scope.ServiceProvider, actor, List(settings[NumberlessKey]!), (number, step, send) => StepAsync(number, step, send, rest));
        await Task.WhenAll(LanesOf(List(settings[UnfinishedKey]!).Select(Number), Number(settings[NextKey]!))
            .Select(async jobs =>
            {
                foreach (var number in jobs)
                {
                    Say(number, "begun", "0");
                    await job.DoAsync(number);
                    Say(number, "done", "0");
                }
            }));
    }

    // Each lane takes its share of what is unfinished, then every so-manieth of what is new.
    private static IEnumerable<IEnumerable<int>> LanesOf(IEnumerable<int> unfinished, int next)
    {
        var left = unfinished.ToList();
        return Enumerable.Range(0, Lanes)
            .Select(lane => left.Where((_, i) => i % Lanes == lane)
                .Concat(Enumerable.Range(0, 1_000_000).Select(i => next + lane + (i * Lanes))));
    }

    // A step that broke off may have been done or not: it is sent again under the same key.
    private static async Task<string> StepAsync(int job, string step, Func<Task<Outcome<string>>> send, TimeSpan rest)
    {
        await Task.Delay(rest);
        while (true)
        {
            try
            {
                var outcome = await send();
                if (outcome.Ok)
                {
                    Say(job, step, outcome.Value);
                    return outcome.Value;
                }

                if (outcome.Refusal!.Code != "database.unavailable")
                {
                    Say(job, step, $"refused:{string.Join(',', outcome.Refusals.Select(r => r.Code))}");
                    return "";
                }
            }
            catch (Exception broken) when (DatabaseFault.Is(broken))
            {
                await Console.Error.WriteLineAsync($"{job} {step}: {broken.GetType().Name}");
            }
            catch (Exception broken)
            {
                // No kill explains it: the storm is to blame it.
                await Console.Error.WriteLineAsync($"{job} {step}: {broken}");
                Say(job, step, $"refused:{broken.GetType().Name}");
                return "";
            }

            await Task.Delay(Rest);
        }
    }

    private static void Say(int job, string step, string answer) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{job} {step} {answer} {Whole}"));

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string[] List(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
