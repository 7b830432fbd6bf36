using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FaspayBilling.Tests.Support;

/// <summary>Notes every SQL command that the current test sends: <c>using var sql = SqlCommands.Watch();</c></summary>
public sealed class SqlCommands : IDisposable
{
    private static readonly AsyncLocal<SqlCommands?> Current = new();
    private static readonly Lazy<IDisposable> Listening = new(() => DiagnosticListener.AllListeners.Subscribe(new Sources()));
    private readonly ConcurrentQueue<string> sent = new();

    private SqlCommands()
    {
    }

    /// <summary>The texts, in order.</summary>
    public IReadOnlyCollection<string> Sent => sent;

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
