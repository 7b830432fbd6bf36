using System.Globalization;
using System.Threading.Channels;
using FaspayBilling.Bench.Seeding;
using Microsoft.Data.Sqlite;

namespace FaspayBilling.Bench.Limit;

/// <summary>
/// The raw way to give numbers: one writer takes all who wait into one durable transaction, and each gets a counter's next value, a row
/// and a line of history.
/// </summary>
internal sealed class GroupCommit : IDisposable
{
    private const int Most = 256;
    private const string Tables = """
        PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=30000;
        CREATE TABLE IF NOT EXISTS limit_counter (year INTEGER PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS limit_number (number INTEGER PRIMARY KEY, invoice INTEGER NOT NULL, at TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS limit_history (id INTEGER PRIMARY KEY, at TEXT NOT NULL, action TEXT NOT NULL, facts TEXT NOT NULL);
        INSERT OR IGNORE INTO limit_counter VALUES (2026, 0);
        """;

    private readonly Channel<TaskCompletionSource<long>> waiting = Channel.CreateUnbounded<TaskCompletionSource<long>>();
    private readonly SqliteConnection connection;
    private readonly Thread writer;

    public GroupCommit(string database)
    {
        connection = SeedDatabase.Open(database);
        Command(Tables).ExecuteNonQuery();
        writer = new Thread(Write) { IsBackground = true };
        writer.Start();
    }

    public Task<long> TakeAsync()
    {
        var mine = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting.Writer.TryWrite(mine);
        return mine.Task;
    }

    public void Dispose()
    {
        waiting.Writer.Complete();
        writer.Join();
        connection.Dispose();
    }

    private void Write()
    {
        using var begin = Command("BEGIN IMMEDIATE");
        using var commit = Command("COMMIT");
        using var count = Command("UPDATE limit_counter SET last = last + 1 WHERE year = 2026 RETURNING last");
        using var number = Command("INSERT INTO limit_number VALUES ($number, $number, $at)", "$number", "$at");
        using var history = Command(
            "INSERT INTO limit_history (at, action, facts) VALUES ($at, 'tax-number.give', $facts)", "$at", "$facts");
        var given = new List<(TaskCompletionSource<long> To, long Number)>();
        while (waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            begin.ExecuteNonQuery();
            var at = TimeProvider.System.GetUtcNow().UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
            while (given.Count < Most && waiting.Reader.TryRead(out var next))
            {
                var taken = (long)count.ExecuteScalar()!;
                number.Parameters[0].Value = taken;
                number.Parameters[1].Value = at;
                number.ExecuteNonQuery();
                history.Parameters[0].Value = at;
                history.Parameters[1].Value = $$"""{"invoice":"INV-BEN-{{taken}}","number":"000-26.{{taken}}","by":"limit"}""";
                history.ExecuteNonQuery();
                given.Add((next, taken));
            }

            commit.ExecuteNonQuery();
            given.ForEach(g => g.To.SetResult(g.Number));
            given.Clear();
        }
    }

    private SqliteCommand Command(string text, params string[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var parameter in parameters)
        {
            command.Parameters.AddWithValue(parameter, "");
        }

        return command;
    }
}
