using System.Diagnostics.Tracing;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Tracing;

namespace FaspayBilling.Bench.Counters;

/// <summary>
/// The SQL commands that EF Core ran while it listened, from the program's log without changing its settings. Commands sent past EF
/// are not in it.
/// </summary>
internal sealed class SqlCommands : IDisposable
{
    private const string Category = "Microsoft.EntityFrameworkCore.Database.Command";
    private const long FormattedMessages = 4;
    private const int CommandExecuted = 20101;

    private readonly EventPipeSession session;
    private readonly Task reading;
    private readonly List<SqlCommand> commands = [];

    private SqlCommands(int process)
    {
        var wanted = new Dictionary<string, string> { ["FilterSpecs"] = $"{Category}:Information" };
        var log = new EventPipeProvider("Microsoft-Extensions-Logging", EventLevel.Informational, FormattedMessages, wanted);
        session = new DiagnosticsClient(process).StartEventPipeSession(log, requestRundown: false);
        reading = Task.Run(Read);
    }

    public static async Task<SqlCommands> ListenAsync(int process)
    {
        var listening = new SqlCommands(process);

        // EF asks only once a second whether anybody listens.
        await Task.Delay(TimeSpan.FromSeconds(2));
        return listening;
    }

    /// <summary>Stops listening; all that was run until now.</summary>
    public async Task<IReadOnlyList<SqlCommand>> StopAsync()
    {
        session.Stop();
        await reading;
        return commands;
    }

    public void Dispose() => session.Dispose();

    private void Read()
    {
        using var events = new EventPipeEventSource(session.EventStream);
        events.Dynamic.All += told =>
        {
            if (told.EventName == "FormattedMessage" && (int)told.PayloadByName("EventId") == CommandExecuted)
            {
                var message = (string)told.PayloadByName("FormattedMessage");
                commands.Add(new(told.TimeStamp.ToUniversalTime(), message[(message.IndexOf('\n') + 1)..].Trim()));
            }
        };
        events.Process();
    }
}
