using System.Collections.Concurrent;
using System.Data.Common;
using System.Net.Sockets;

namespace FaspayBilling.Web.Logs;

/// <summary>
/// The one door to all loggers. With the database or the network away everything that works fails at once and for one cause: of what has
/// the same cause one entry a second passes, and its stack once a minute; what EF Core tells of it is counted by itself, since it comes
/// first and would take the place of the program's own words. Nothing else is held back.
/// </summary>
public sealed class LimitedLog(ILoggerFactory inner, TimeProvider clock) : ILoggerFactory
{
    private const int MostCauses = 200;
    private const string Below = "Microsoft.EntityFrameworkCore.";
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
        private bool IsBelow => category.StartsWith(Below, StringComparison.Ordinal);

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

            var met = CauseOf(exception);
            if (logLevel < LogLevel.Warning || (met ?? Told(eventId)) is not { } cause)
            {
                inner.Log(logLevel, eventId, state, exception, formatter);
                return;
            }

            var pass = owner.Ask(IsBelow && met is not null ? $"{Below} {met}" : cause);
            if (!pass.Let)
            {
                return;
            }

            var left = pass.LeftOut > 0 ? $" ({pass.LeftOut} of the same cause left out)" : "";
            var why = pass.Stack || exception is null ? "" : $" {cause}";
            var shown = pass.Stack ? exception : null;
            if (IsBelow && exception is not null)
            {
                // Its text and its state hold the whole exception once more.
                var text = formatter(state, exception);
                inner.Log(logLevel, eventId, $"{FirstLine(text)}{why}{left}", shown, (s, _) => s);
            }
            else
            {
                inner.Log(logLevel, eventId, state, shown, (s, e) => $"{formatter(s, e)}{why}{left}");
            }
        }

        private static string FirstLine(string text) =>
            text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? text[..end] : text;

        // The database's own room tells each statement that failed, without the reason.
        private string? Told(EventId eventId) =>
            category.StartsWith("Microsoft.EntityFrameworkCore.Database", StringComparison.Ordinal) ? $"{category} {eventId.Id}" : null;
    }
}
