using System.Collections.Concurrent;
using System.Data.Common;
using System.Net.Sockets;

namespace FaspayBilling.Web.Logs;

/// <summary>
/// The one door to all loggers. With the database or the network away everything that works fails at once and for one cause: of what has
/// the same cause one entry a second passes, and its stack once a minute. Nothing else is held back.
/// </summary>
public sealed class LimitedLog(ILoggerFactory inner, TimeProvider clock) : ILoggerFactory
{
    private const int MostCauses = 200;
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan StackPace = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Seen> causes = new(StringComparer.Ordinal);

    public ILogger CreateLogger(string categoryName) => new Limited(this, categoryName, inner.CreateLogger(categoryName));

    public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

    public void Dispose() => inner.Dispose();

    /// <summary>What is behind it, where that is a thing that many meet at once; else null.</summary>
    private static string? CauseOf(Exception? exception)
    {
        for (var each = exception; each is not null; each = each.InnerException)
        {
            if (each is DbException or SocketException or TimeoutException)
            {
                var last = each.GetBaseException();
                return $"{last.GetType().Name}: {last.Message}";
            }
        }

        return null;
    }

    private Pass Ask(string cause)
    {
        if (causes.Count > MostCauses)
        {
            causes.Clear();
        }

        var seen = causes.GetOrAdd(cause, _ => new Seen());
        lock (seen)
        {
            if (seen.Line is { } line && clock.GetElapsedTime(line) < Pace)
            {
                seen.LeftOut++;
                return new Pass(false, false, 0);
            }

            var stack = seen.Stack is not { } last || clock.GetElapsedTime(last) >= StackPace;
            var pass = new Pass(true, stack, seen.LeftOut);
            seen.Line = clock.GetTimestamp();
            seen.Stack = stack ? seen.Line : seen.Stack;
            seen.LeftOut = 0;
            return pass;
        }
    }

    private readonly record struct Pass(bool Let, bool Stack, int LeftOut);

    private sealed class Seen
    {
        public long? Line { get; set; }

        public long? Stack { get; set; }

        public int LeftOut { get; set; }
    }

    private sealed class Limited(LimitedLog owner, string category, ILogger inner) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => inner.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!inner.IsEnabled(logLevel))
            {
                return;
            }

            if (logLevel < LogLevel.Warning || (CauseOf(exception) ?? Told(eventId)) is not { } cause)
            {
                inner.Log(logLevel, eventId, state, exception, formatter);
                return;
            }

            var pass = owner.Ask(cause);
            if (!pass.Let)
            {
                return;
            }

            var left = pass.LeftOut > 0 ? $" ({pass.LeftOut} of the same cause left out)" : "";
            var why = pass.Stack || exception is null ? "" : $" {cause}";
            inner.Log(logLevel, eventId, state, pass.Stack ? exception : null, (s, e) => $"{formatter(s, e)}{why}{left}");
        }

        // The database's own room tells each statement that failed, without the reason.
        private string? Told(EventId eventId) =>
            category.StartsWith("Microsoft.EntityFrameworkCore.Database", StringComparison.Ordinal) ? $"{category} {eventId.Id}" : null;
    }
}
