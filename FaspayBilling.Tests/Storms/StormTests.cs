using System.Globalization;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Storms;

/// <summary>
/// Thirty ends in CI. FASPAY_STORM_KILLS says how many on each database, FASPAY_STORM_SECONDS how long a part of it may take, and
/// FASPAY_STORM_FIGURES the file to which each part adds.
/// </summary>
public sealed class SqliteStormTests
{
    [StormFact]
    public Task What_was_answered_is_there_once_however_often_the_program_is_killed() => StormRun.RunAsync(Database.Sqlite, 20);
}

/// <inheritdoc cref="SqliteStormTests"/>
public sealed class PostgresStormTests
{
    [StormFact]
    public Task What_was_answered_is_there_once_however_often_program_and_PostgreSQL_are_killed() =>
        StormRun.RunAsync(Database.Postgres, 10);
}

/// <summary>One part of a storm.</summary>
internal static class StormRun
{
    public static async Task RunAsync(Database database, int usual)
    {
        var file = Environment.GetEnvironmentVariable("FASPAY_STORM_FIGURES");
        var kills = Setting("FASPAY_STORM_KILLS", usual);
        var left = file is null ? kills : kills - StormFigures.KillsSoFar(file, database);
        if (left <= 0)
        {
            return;
        }

        await using var storm = await Storm.MakeAsync(database);
        StormResult? before = null;
        var time = TimeSpan.FromSeconds(Setting("FASPAY_STORM_SECONDS", 600));
        var ended = await storm.RunAsync(left, time, now => Note(now, last: false));
        Note(ended, last: true);

        ended.Lost.Should().BeEmpty("what was answered is there; {0}", storm.Words);
        ended.Doubled.Should().BeEmpty("nothing is done twice");
        ended.Wrong.Should().BeEmpty("{0}", storm.Words);
        ended.Answered.Keys.Should().Contain(
            ["bill", "bill-cancelled", "document", "save", "pay2", "giveback", "attach", "file", "export", "generate"]);

        void Note(StormResult now, bool last)
        {
            if (file is not null)
            {
                StormFigures.Add(file, now, before, last);
            }

            before = now;
        }
    }

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var set) ? set : usual;
}
