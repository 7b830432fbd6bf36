using FaspayBilling.Core.Faults;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace FaspayBilling.Core.Data.Writing;

/// <summary>
/// The one connection on which this process writes to SQLite, and the transaction that several waiting writers share: the disk is waited
/// for once a group. Each of them runs in a savepoint of its own, one after the other; only who has the turn comes in.
/// </summary>
internal sealed class WriteGroup : IDisposable
{
    /// <summary>So many writers share a commit at most.</summary>
    public const int Most = 64;

    // SQLITE_BUSY.
    private const int Busy = 5;

    // SQLITE_IOERR.
    private const int InputOutputError = 10;

    private readonly SqliteConnection connection;
    private readonly OpenFile file;
    private readonly TimeSpan patience;
    private readonly KeptCommands commands = new();
    private readonly PooledDbContextFactory<SqliteBillingDb> contexts;
    private readonly List<TaskCompletionSource> members = [];
    private SqliteTransaction? transaction;
    private Exception? broken;

    public WriteGroup(DatabaseSettings settings, OpenFile file, IServiceProvider services)
    {
        this.file = file;
        patience = settings.Wait;
        connection = new SqliteConnection(
            new SqliteConnectionStringBuilder(DatabaseServices.ConnectionString(settings.Path))
            {
                Pooling = false,
                DefaultTimeout = (int)patience.TotalSeconds,
            }.ToString());
        var options = new DbContextOptionsBuilder<SqliteBillingDb>();
        DatabaseServices.Configure(options.UseSqlite(connection)).AddInterceptors(commands).UseApplicationServiceProvider(services);
        contexts = new PooledDbContextFactory<SqliteBillingDb>(options.Options, poolSize: 4);
    }

    /// <summary>True when no more writer may join.</summary>
    public bool Full => members.Count >= Most || broken is not null;

    /// <summary>Begins the group if there is none, and a writer's part of it.</summary>
    public async Task<WriteScope> OpenAsync(CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        if (transaction is null)
        {
            file.ThrowIfMoved(committing: false);
            if (connection.State != System.Data.ConnectionState.Open)
            {
                await connection.OpenAsync(stop);
                try
                {
                    SqlitePragmas.SetForWriters(connection, patience);
                    SqlitePragmas.ThrowIfReadOnly(connection);
                }
                catch
                {
                    // Open, it would be taken for one that was told.
                    connection.Close();
                    throw;
                }
            }

            try
            {
                transaction = connection.BeginTransaction(deferred: false);
                file.FollowLog();
            }
            catch (SqliteException refused) when (refused.SqliteErrorCode != Busy)
            {
                // One that was opened while the file must not be written stays so.
                Close();
                throw;
            }
        }

        var db = await contexts.CreateDbContextAsync(stop);
        try
        {
            db.Statements = commands;
            db.Database.AutoSavepointsEnabled = false;
            await db.Database.UseTransactionAsync(transaction, stop);
            return new SavepointScope(this, db);
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }

    /// <summary>A writer is done; the task ends when its work is durable, or tells why it is lost.</summary>
    public Task Join()
    {
        var member = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        members.Add(member);
        return member.Task;
    }

    /// <summary>Nothing of this group can be kept any more.</summary>
    public void Break(Exception why) => broken ??= AsFault(why);

    /// <summary>Ends the group, and tells its members.</summary>
    public void Commit()
    {
        var done = members.ToArray();
        members.Clear();
        var alone = done.Length == 1 && broken is null;
        Exception? lost;
        try
        {
            lost = End(done.Length > 0);
        }
        catch (Exception unexpected)
        {
            // Whatever it was, those who wait are told.
            lost = unexpected;
        }

        foreach (var member in done)
        {
            if (lost is null)
            {
                member.SetResult();
            }
            else
            {
                // A fault of the program is told as itself where it can only be this one's.
                member.SetException(alone && !DatabaseFault.Is(lost) ? lost : new LostGroupException(lost));
            }
        }
    }

    /// <summary>Sends a statement without parameters or rows.</summary>
    public void Say(string statement) => commands.Say(statement, transaction!);

    public void Dispose()
    {
        Close();
        connection.Dispose();
    }

    private Exception? End(bool keep)
    {
        var lost = broken;
        broken = null;
        try
        {
            if (lost is null && keep)
            {
                file.ThrowIfMoved(committing: true);
                transaction?.Commit();
            }
        }
        catch (Exception refused)
        {
            lost = AsFault(refused);
        }

        try
        {
            // Rolls back what was not committed.
            transaction?.Dispose();
        }
        catch (Exception refused)
        {
            lost ??= AsFault(refused);
        }
        finally
        {
            transaction = null;
        }

        // Of a file that has lost its path the last connection would take another file's log with it.
        if (lost is not (null or SqliteException { SqliteExtendedErrorCode: OpenFile.Moved }))
        {
            Close();
        }

        return lost;
    }

    // A transaction that the database has ended itself is told as an error of the program; whoever waits must see a fault of the database.
    private static Exception AsFault(Exception why) =>
        why is InvalidOperationException ? new SqliteException(why.Message, InputOutputError) : why;

    // The next group begins on a new connection.
    private void Close()
    {
        commands.Forget();

        // Before: the last connection takes the log with it.
        file.ForgetLog();
        connection.Close();
    }
}
