using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Win32.SafeHandles;
using SQLitePCL;

namespace FaspayBilling.Core.Data.Writing;

/// <summary>
/// The SQLite file that this process opened at its start, compared with its path. Deleted, moved or replaced while it is open, it takes
/// every write and loses all of them with the process: so none is let in until the file is back, or the program starts anew.
/// </summary>
public sealed partial class OpenFile(DatabaseSettings settings, ILogger<OpenFile> log) : IDisposable
{
    /// <summary>SQLITE_READONLY_DBMOVED: what SQLite itself would answer, if it looked in this mode.</summary>
    internal const int Moved = 1032;

    private const int ReadOnly = 8;

    // SQLITE_FCNTL_HAS_MOVED: compares what it opened with what is at the path now.
    private const int HasMoved = 20;

    private readonly Lock door = new();
    private SqliteConnection? opened;
    private SafeFileHandle? walked;
    private string? place;
    private bool logged;
    private string? told;

    /// <summary>Remembers the file that is there now. Called when a start has found or made it; else the first write does.</summary>
    public void Hold()
    {
        lock (door)
        {
            if (opened is null && !settings.IsPostgres)
            {
                var connection = new SqliteConnection(new SqliteConnectionStringBuilder(DatabaseServices.ConnectionString(settings.Path))
                {
                    Pooling = false,
                }.ToString());
                connection.Open();
                opened = connection;
            }
        }
    }

    /// <summary>Why nothing may be written; null while the file is in its place. The log says it once, and once that it is over.</summary>
    /// <param name="committing">Within a transaction, where the write-ahead log must be there too.</param>
    public string? WhyNot(bool committing = false)
    {
        if (settings.IsPostgres)
        {
            return null;
        }

        Hold();
        lock (door)
        {
            var lost = $"The write-ahead log of the database {settings.Path} was deleted while it was open";
            var why = HasGone() ? $"The database {settings.Path} was deleted, moved or replaced while it was open"
                : LogHasGone(committing, told == lost) ? lost
                : null;
            if (why == told)
            {
                return why;
            }

            told = why;
            if (why is null)
            {
                LogBack(settings.Path);
            }
            else
            {
                LogMoved(why);
            }

            return why;
        }
    }

    /// <exception cref="SqliteException">The file at the path is not the one that is open.</exception>
    internal void ThrowIfMoved(bool committing)
    {
        if (WhyNot(committing) is { } why)
        {
            throw new SqliteException(why, ReadOnly, Moved);
        }
    }

    /// <summary>
    /// Remembers which write-ahead log the writers' connection has opened, until that is closed: whoever opens the database after it was
    /// deleted makes another one in its place. Called within their transaction, where it is there.
    /// </summary>
    internal void FollowLog()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        lock (door)
        {
            if (walked is not null || !File.Exists(Wal))
            {
                return;
            }

            try
            {
                walked = File.OpenHandle(Wal, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                place = PlaceOf(walked);
            }
            catch (IOException)
            {
                // Gone in this moment: the commit looks whether it is there.
            }
        }
    }

    /// <summary>The writers' connection is about to be closed. One that was lost stays so.</summary>
    internal void ForgetLog()
    {
        lock (door)
        {
            if (walked is not null && PlaceOf(walked) == place)
            {
                walked.Dispose();
                walked = null;
            }
        }
    }

    public void Dispose()
    {
        opened?.Dispose();
        walked?.Dispose();
    }

    private string Wal => settings.Path + "-wal";

    // Where an open file is now; of one that was deleted the system says so behind its name.
    private static string? PlaceOf(SafeFileHandle file) =>
        new FileInfo(FormattableString.Invariant($"/proc/self/fd/{file.DangerousGetHandle()}")).LinkTarget;

    // Where the file system tells no such thing, a file that is open cannot be deleted either.
    private bool HasGone()
    {
        var moved = 0;
        return sqlite3_file_control(opened!.Handle!, 0, HasMoved, ref moved) == raw.SQLITE_OK && moved != 0;
    }

    // Once it was there, every transaction finds it: the last connection that is closed takes it away, the next one makes it.
    private bool LogHasGone(bool committing, bool before)
    {
        if (walked is not null)
        {
            return PlaceOf(walked) != place;
        }

        if (!committing)
        {
            // What lies there now may be another one.
            return before;
        }

        var there = File.Exists(Wal);
        logged |= there;
        return logged && !there;
    }

    [DllImport("e_sqlite3")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    private static extern int sqlite3_file_control(sqlite3 database, nint name, int operation, ref int answer);

    [LoggerMessage(
        1007,
        LogLevel.Critical,
        "{Why}. What is written would be lost, so every write is refused. Put it back, or stop the program, restore the database and "
            + "start again.")]
    private partial void LogMoved(string why);

    [LoggerMessage(1008, LogLevel.Warning, "The database {Path} is back in its place and is written again.")]
    private partial void LogBack(string path);
}
