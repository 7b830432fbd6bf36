using System.Net.Sockets;
using FaspayBilling.Core.Configuration;
using FaspayBilling.Core.Data.Keys;
using FaspayBilling.Core.Data.Starting;
using FaspayBilling.Core.Data.Writing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace FaspayBilling.Core.Data;

/// <summary>Makes or upgrades the database before the first request; what cannot work stops the start with one sentence.</summary>
public sealed partial class DatabaseStart(
    IDbContextFactory<BillingDb> dbs, DatabaseSettings settings, OpenFile file, KeyRing keys, ILogger<DatabaseStart> log) : IDisposable
{
    // Held as long as this process may use the file: nobody puts another one in its place meanwhile.
    private FileStream? use;

    /// <summary>Returns true when the database was made just now.</summary>
    /// <param name="make">Makes one where there is none, as the setting <c>Database:Create</c> does: else a wrong path would look like lost
    /// data.</param>
    /// <param name="stop">Ends the wait for another start.</param>
    /// <exception cref="StartRefusedException">There is none, missing rights, locked, damaged, unreachable, written by a newer version, or
    /// its keys cannot be read.</exception>
    public async Task<bool> RunAsync(bool make, CancellationToken stop)
    {
        make |= settings.Create;
        if (settings.IsUnverified)
        {
            LogUnverified();
        }

        try
        {
            return settings.IsPostgres ? await OpenServerAsync(make, stop) : await OpenFileAsync(make, stop);
        }
        catch (SqliteException broken)
        {
            throw new StartRefusedException(Sentence(broken), broken);
        }
        catch (Exception broken) when (broken is NpgsqlException or SocketException or IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(
                $"The database cannot be opened ({broken.Message}). Check the setting {Setting}.",
                broken);
        }
    }

    /// <summary>
    /// Waits until this node alone may do what is done once for the installation; over when disposed. Not called while one is held.
    /// </summary>
    public async Task<IAsyncDisposable> TurnAsync(CancellationToken stop) => await StartTurn.TakeAsync(settings, log, stop);

    public void Dispose() => use?.Dispose();

    private async Task<bool> OpenServerAsync(bool make, CancellationToken stop)
    {
        await using (var db = await dbs.CreateDbContextAsync(stop))
        {
            try
            {
                // Opened here, and not asked for by EF, which does not tell why it was not opened.
                var connection = db.Database.GetDbConnection();
                await connection.OpenAsync(stop);
                await connection.CloseAsync();
            }
            catch (PostgresException none) when (none.SqlState == PostgresErrorCodes.InvalidCatalogName)
            {
                if (!make)
                {
                    throw Missing("There is no such database on the server.");
                }

                await StartTurn.MakeDatabaseAsync(db, stop);
            }
            catch (Exception away) when (away is SocketException or ArgumentException or (NpgsqlException and not PostgresException))
            {
                throw new StartRefusedException(
                    $"The database server does not answer ({away.Message}). Start it, or correct the setting {Setting}.", away);
            }
        }

        await using var turn = await StartTurn.TakeAsync(settings, log, stop);
        return await OpenAsync(make, stop);
    }

    private async Task<bool> OpenFileAsync(bool make, CancellationToken stop)
    {
        if (!make && !File.Exists(settings.Path))
        {
            throw Missing($"There is no database {settings.Path}.");
        }

        PrivateFiles.MakeFolder(Path.GetDirectoryName(Path.GetFullPath(settings.Path))!);

        // Two starts at once must not both migrate; the lock ends with the process, so a killed one leaves nothing behind.
        await using var held = await FileLock.TakeAsync(settings.Path + DatabaseUse.StartLock, stop);
        use ??= DatabaseUse.Join(settings.Path);
        await MakePrivateAsync();
        await ProbeAsync(stop);
        file.Hold();
        return await OpenAsync(make, stop);
    }

    private async Task<bool> OpenAsync(bool make, CancellationToken stop)
    {
        var made = await MigrateAsync(make, stop);
        await keys.StartAsync(stop);
        return made;
    }

    /// <summary>
    /// SQLite gives the files beside the database the rights of the database itself: it is made before SQLite makes it for everybody to
    /// read, and what an earlier version left readable is closed.
    /// </summary>
    private async Task MakePrivateAsync()
    {
        // One that is there is never opened here: closing it again would drop the locks of SQLite's own connections to it.
        if (!File.Exists(settings.Path))
        {
            await using var made = PrivateFiles.Open(settings.Path, FileMode.CreateNew);
        }

        string[] parts = ["", "-wal", "-shm", "-journal", DatabaseUse.StartLock, DatabaseUse.UseLock];
        if (Array.Exists(Array.ConvertAll(parts, part => PrivateFiles.TryClose(settings.Path + part)), closed => !closed))
        {
            LogReadable(settings.Path);
        }
    }

    /// <summary>
    /// Says within seconds that another program holds the file, and makes an empty one, or one that was restored from a dump, a
    /// write-ahead one before anybody only reads it.
    /// </summary>
    private async Task ProbeAsync(CancellationToken stop)
    {
        await using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = settings.Path,
                Pooling = false,
                DefaultTimeout = (int)settings.Wait.TotalSeconds,
            }.ConnectionString);
        await connection.OpenAsync(stop);
        SqlitePragmas.ThrowIfReadOnly(connection);
        SqlitePragmas.SetPatience(connection, settings.Wait);
        await using var command = connection.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE; ROLLBACK; PRAGMA journal_mode=WAL";
        await command.ExecuteNonQueryAsync(stop);
    }

    private async Task<bool> MigrateAsync(bool make, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var exists = await db.Database.CanConnectAsync(stop);
        var applied = exists ? (await db.Database.GetAppliedMigrationsAsync(stop)).ToList() : [];
        if (applied.Find(a => !known.Contains(a)) is { } unknown)
        {
            // Migrations are named by their time: before the first one stood only what was never released.
            throw new StartRefusedException(string.CompareOrdinal(unknown, known.Min(StringComparer.Ordinal)) < 0
                ? $"The database was written before the first release of FaspayBilling ({unknown}) and cannot be upgraded. Start with a "
                    + $"new one: the command init, and {Setting} with another name."
                : $"The database was written by a newer version of FaspayBilling ({unknown}). Start that version, or restore a "
                    + "backup made before the upgrade.");
        }

        if (applied.Count == 0 && !make)
        {
            throw Missing("The database holds nothing of FaspayBilling yet.");
        }

        if (applied.Count == known.Count)
        {
            return false;
        }

        if (exists && !settings.IsPostgres)
        {
            // A kill during a migration leaves this row, and EF would wait for it without end; we hold the file lock.
            await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS __EFMigrationsLock", stop);
        }

        await db.Database.MigrateAsync(stop);
        return applied.Count == 0;
    }

    private StartRefusedException Missing(string what) => new(
        $"{what} Make it with the command init, or correct the setting {Setting}.");

    private string Setting => settings.IsPostgres ? "Database:ConnectionString" : "Database:Path";

    private string Sentence(SqliteException broken) => broken.SqliteErrorCode switch
    {
        5 or 6 => $"The database {settings.Path} is locked by another program. Close it and start again.",
        11 or 26 => $"The database {settings.Path} is damaged or not a database. Restore it from a backup.",
        8 or 14 => $"The database {settings.Path} cannot be opened or written. Check the path (setting "
            + "Database:Path) and the rights of the folder.",
        _ => $"The database {settings.Path} cannot be used: {broken.Message}",
    };

    [LoggerMessage(
        1002,
        LogLevel.Warning,
        "The database {Path} belongs to another account and stays readable to others. Give it to the account that runs the program.")]
    private partial void LogReadable(string path);

    [LoggerMessage(
        1004,
        LogLevel.Warning,
        "Whoever is on the way to PostgreSQL can read and change everything: the certificate of its server is not checked. Add SSL "
            + "Mode=VerifyFull to Database:ConnectionString, and Root Certificate where the authority is your own.")]
    private partial void LogUnverified();
}
