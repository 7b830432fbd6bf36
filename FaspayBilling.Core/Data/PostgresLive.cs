using System.Threading.Channels;
using FaspayBilling.Core.Live;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace FaspayBilling.Core.Data;

/// <summary>
/// Carries changes between nodes by PostgreSQL's LISTEN and NOTIFY. What is missed while the database is away only makes a page older.
/// </summary>
public sealed partial class PostgresLive(LiveChanges live, DatabaseSettings settings, ILogger<PostgresLive> log) : BackgroundService
{
    private const string Channel = "faspay_live";
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    private readonly Guid node = Guid.NewGuid();
    private readonly Channel<LiveChange> outgoing = System.Threading.Channels.Channel.CreateBounded<LiveChange>(
        new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
    private readonly TaskCompletionSource listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done once changes of other nodes are heard.</summary>
    public Task Listening => listening.Task;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        live.Committed += Send;
        try
        {
            await Task.WhenAll(KeepOnAsync(ListenAsync, stoppingToken), KeepOnAsync(NotifyAsync, stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The normal end.
        }
        finally
        {
            live.Committed -= Send;
        }
    }

    private void Send(LiveChange change) => outgoing.Writer.TryWrite(change);

    private async Task KeepOnAsync(Func<CancellationToken, Task> work, CancellationToken stop)
    {
        while (true)
        {
            try
            {
                await work(stop);
            }
            catch (Exception broken) when (!stop.IsCancellationRequested)
            {
                LogBroken(broken);
                await Task.Delay(Rest, stop);
            }
        }
    }

    private async Task ListenAsync(CancellationToken stop)
    {
        // Kept alive: a connection that died silently would never be missed.
        await using var connection = await OpenAsync(stop);
        connection.Notification += (_, notification) => Hear(notification.Payload);
        await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection))
        {
            await listen.ExecuteNonQueryAsync(stop);
        }

        listening.TrySetResult();
        while (true)
        {
            await connection.WaitAsync(stop);
        }
    }

    private void Hear(string payload)
    {
        if (LiveMessage.Read(payload) is { } message && message.Node != node)
        {
            live.Deliver(new LiveChange(message.Merchant, message.Rows));
        }
    }

    private async Task NotifyAsync(CancellationToken stop)
    {
        await outgoing.Reader.WaitToReadAsync(stop);
        await using var connection = await OpenAsync(stop);
        await foreach (var change in outgoing.Reader.ReadAllAsync(stop))
        {
            foreach (var message in LiveMessage.Of(node, change))
            {
                await using var notify = new NpgsqlCommand("SELECT pg_notify($1, $2)", connection)
                {
                    Parameters = { new() { Value = Channel }, new() { Value = message } }
                };
                await notify.ExecuteNonQueryAsync(stop);
            }
        }
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken stop)
    {
        var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(settings.ConnectionString) { Pooling = false, KeepAlive = 30 }.ToString());
        try
        {
            await connection.OpenAsync(stop);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    [LoggerMessage(1001, LogLevel.Warning, "Changes of other nodes are not heard for a moment; it is tried again")]
    private partial void LogBroken(Exception broken);
}
