using System.Data.Common;
using System.Diagnostics;
using FaspayBilling.Core.Telemetry;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FaspayBilling.Core.Data.Measuring;

/// <summary>
/// Measures each statement, on both databases alike, without its text: that may hold what people typed. EF tells of its own; those past
/// it run by <see cref="RunAsync{T}"/>.
/// </summary>
internal sealed class MeasuredCommands : DbCommandInterceptor
{
    public static readonly MeasuredCommands Instance = new();

    /// <summary>Runs a statement that EF does not know of; one that is given up is not counted, as with EF's.</summary>
    public static async Task<T> RunAsync<T>(Func<Task<T>> statement)
    {
        // As EF's, on the machine's own clock: traces are laid beside those of other programs.
        var started = TimeProvider.System.GetUtcNow();
        var since = Stopwatch.GetTimestamp();
        try
        {
            var result = await statement();
            Tell(failed: false);
            return result;
        }
        catch (Exception refused) when (refused is not OperationCanceledException)
        {
            Tell(failed: true);
            throw;
        }

        void Tell(bool failed) => Meters.Ran("Prepared", started, Stopwatch.GetElapsedTime(since), failed);
    }

    public override DbDataReader ReaderExecuted(DbCommand command, CommandExecutedEventData eventData, DbDataReader result)
    {
        Ran(eventData);
        return result;
    }

    public override ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        Ran(eventData);
        return new(result);
    }

    public override int NonQueryExecuted(DbCommand command, CommandExecutedEventData eventData, int result)
    {
        Ran(eventData);
        return result;
    }

    public override ValueTask<int> NonQueryExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Ran(eventData);
        return new(result);
    }

    public override object? ScalarExecuted(DbCommand command, CommandExecutedEventData eventData, object? result)
    {
        Ran(eventData);
        return result;
    }

    public override ValueTask<object?> ScalarExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, object? result, CancellationToken cancellationToken = default)
    {
        Ran(eventData);
        return new(result);
    }

    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => Ran(eventData, failed: true);

    public override Task CommandFailedAsync(
        DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Ran(eventData, failed: true);
        return Task.CompletedTask;
    }

    private static void Ran(CommandEndEventData data, bool failed = false) =>
        Meters.Ran(data.CommandSource.ToString(), data.StartTime, data.Duration, failed);
}
