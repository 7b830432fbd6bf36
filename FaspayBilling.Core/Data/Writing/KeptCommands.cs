using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FaspayBilling.Core.Data.Writing;

/// <summary>
/// Keeps the statements of one connection prepared, by their text: EF makes a new command each time, and SQLite would plan it each time
/// anew. Only for a connection that one caller uses at a time.
/// </summary>
/// <param name="most">So many statements are kept at most.</param>
/// <param name="ofQueries">Of queries only: a migration's command holds statements that need what the one before made.</param>
internal sealed class KeptCommands(int most = 300, bool ofQueries = false) : DbCommandInterceptor
{
    private readonly Dictionary<string, Kept> kept = new(StringComparer.Ordinal);

    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        if (result is not SqliteCommand { Connection.State: ConnectionState.Open } made
            || (ofQueries && eventData.CommandSource is not (CommandSource.LinqQuery or CommandSource.FromSqlQuery))
            || IsBig(made) || Find(made.CommandText, made.Connection!) is not { Lent: false } command)
        {
            return result;
        }

        command.Lend(made);
        made.Dispose();
        return command;
    }

    // A kept statement keeps its last values: those of a file would be held until it is used again.
    private static bool IsBig(SqliteCommand made) =>
        made.Parameters.Cast<SqliteParameter>().Any(p => p.Value is byte[] { Length: > 65_536 });

    /// <summary>Sends a statement without parameters or rows.</summary>
    public void Say(string statement, SqliteTransaction transaction)
    {
        var command = Find(statement, transaction.Connection!);
        command.Transaction = transaction;
        command.ExecuteNonQuery();
    }

    /// <summary>A statement to be used now; disposed, it waits for its next use. Null while somebody uses it.</summary>
    public DbCommand? Take(string text, SqliteTransaction transaction)
    {
        var command = Find(text, transaction.Connection!);
        if (command.Lent)
        {
            return null;
        }

        command.Lend(transaction);
        return command;
    }

    /// <summary>Forgets them, before the connection is closed.</summary>
    public void Forget()
    {
        foreach (var command in kept.Values)
        {
            command.End();
        }

        kept.Clear();
    }

    private Kept Find(string text, SqliteConnection connection)
    {
        if (kept.TryGetValue(text, out var command))
        {
            return command;
        }

        if (kept.Count >= most && !kept.Values.Any(c => c.Lent))
        {
            Forget();
        }

        command = new Kept { Connection = connection, CommandText = text };
        command.Prepare();
        kept.Add(text, command);
        return command;
    }

    private sealed class Kept : SqliteCommand
    {
        private bool ended;

        public bool Lent { get; private set; }

        public void Lend(SqliteTransaction within)
        {
            Lent = true;
            Transaction = within;
        }

        public void Lend(SqliteCommand made)
        {
            Lent = true;
            Transaction = made.Transaction;
            CommandTimeout = made.CommandTimeout;
            foreach (SqliteParameter parameter in made.Parameters)
            {
                Parameters.Add(parameter);
            }
        }

        public void End()
        {
            ended = true;
            Dispose();
        }

        // EF disposes each command after its use: then it waits for the next.
        protected override void Dispose(bool disposing)
        {
            if (ended || !disposing)
            {
                base.Dispose(disposing);
                return;
            }

            Parameters.Clear();
            Lent = false;
        }
    }
}
