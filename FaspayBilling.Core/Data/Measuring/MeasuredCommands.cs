using System.Data.Common;
using FaspayBilling.Core.Telemetry;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FaspayBilling.Core.Data.Measuring;

/// <summary>Measures each statement, on both databases alike, without its text: that may hold what people typed.</summary>
internal sealed class MeasuredCommands : DbCommandInterceptor
{
    public static readonly MeasuredCommands Instance = new();

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
