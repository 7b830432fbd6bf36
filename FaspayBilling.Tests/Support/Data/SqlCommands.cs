using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FaspayBilling.Tests.Support.Data;

/// <summary>Notes every SQL command that the current test sends: <c>using var sql = SqlCommands.Watch();</c></summary>
public sealed class SqlCommands : IDisposable
{
    private static readonly AsyncLocal<SqlCommands?> Current = new();
    private static readonly Lazy<IDisposable> Listening = new(() => DiagnosticListener.AllListeners.Subscribe(new Sources()));
    private readonly ConcurrentQueue<string> sent = new();
    private readonly ConcurrentQueue<SqlCommandSent> commands = new();

    private SqlCommands()
    {
    }

    /// <summary>The texts, in order.</summary>
    public IReadOnlyCollection<string> Sent => sent;

    /// <summary>The same with their parameters, to be explained.</summary>
    public IReadOnlyCollection<SqlCommandSent> Commands => commands;

    public static SqlCommands Watch() => Current.Value = new SqlCommands();

    /// <summary>EF remembers for a while that nobody listened: called before its first command.</summary>
    public static void Listen() => _ = Listening.Value;

    public void Dispose() => Current.Value = null;

    private sealed class Sources : IObserver<DiagnosticListener>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.EntityFrameworkCore") value.Subscribe(new Events());
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }

    private sealed class Events : IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Value is CommandEventData command && value.Key == RelationalEventId.CommandExecuting.Name)
            {
                Current.Value?.sent.Enqueue(command.Command.CommandText);
                Current.Value?.commands.Enqueue(SqlCommandSent.Of(command.Command));
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}

/// <summary>A command as it went to the database.</summary>
public sealed record SqlCommandSent(string Text, IReadOnlyList<(string Name, object? Value)> Parameters)
{
    public static SqlCommandSent Of(DbCommand command) =>
        new(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value))]);

    /// <summary>The same command behind <paramref name="words"/>, e.g. EXPLAIN, read row by row.</summary>
    public async Task<IReadOnlyList<T>> AskAsync<T>(DbConnection connection, string words, Func<DbDataReader, T> read)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"{words} {Text}";
        foreach (var (name, value) in Parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
