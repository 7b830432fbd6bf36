using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace FaspayBilling.Core.Data;

/// <summary>Makes or upgrades the database before the first request; what cannot work stops the start with one sentence.</summary>
public sealed class DatabaseStart(IDbContextFactory<BillingDb> dbs, DatabaseSettings settings)
{
    /// <summary>Returns true when the database was made just now.</summary>
    /// <exception cref="StartRefusedException">Missing rights, locked, damaged, unreachable, or written by a newer version.</exception>
    public async Task<bool> RunAsync(CancellationToken stop)
    {
        try
        {
            return settings.IsPostgres ? await MigrateAsync(stop) : await MigrateFileAsync(stop);
        }
        catch (SqliteException broken)
        {
            throw new StartRefusedException(Sentence(broken), broken);
        }
        catch (Exception broken) when (broken is NpgsqlException or IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"The database cannot be opened ({broken.Message}). Check the setting {(settings.IsPostgres ? "Database:ConnectionString" : "Database:Path")}.", broken);
        }
    }

    private async Task<bool> MigrateFileAsync(CancellationToken stop)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(settings.Path))!);

        // Two starts at once must not both migrate; the lock ends with the process, so a killed one leaves nothing behind.
        await using var held = await FileLock.TakeAsync(settings.Path + ".start-lock", stop);
        await ProbeAsync(stop);
        return await MigrateAsync(stop);
    }

    /// <summary>Says within seconds that another program holds the file, and makes one that was restored from a dump a write-ahead one before anybody only reads it.</summary>
    private async Task ProbeAsync(CancellationToken stop)
    {
        if (File.Exists(settings.Path))
        {
            await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = settings.Path, Pooling = false, DefaultTimeout = 5 }.ConnectionString);
            await connection.OpenAsync(stop);
            await using var command = connection.CreateCommand();
            command.CommandText = "BEGIN IMMEDIATE; ROLLBACK; PRAGMA journal_mode=WAL";
            await command.ExecuteNonQueryAsync(stop);
        }
    }

    private async Task<bool> MigrateAsync(CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var known = db.Database.GetMigrations().ToHashSet();
        var exists = await db.Database.CanConnectAsync(stop);
        var applied = exists ? (await db.Database.GetAppliedMigrationsAsync(stop)).ToList() : [];
        if (applied.Find(a => !known.Contains(a)) is { } newer)
        {
            throw new StartRefusedException($"The database was written by a newer version of FaspayBilling ({newer}). Start that version, or restore a backup made before the upgrade.");
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

    private string Sentence(SqliteException broken) => broken.SqliteErrorCode switch
    {
        5 or 6 => $"The database {settings.Path} is locked by another program. Close it and start again.",
        11 or 26 => $"The database {settings.Path} is damaged or not a database. Restore it from a backup.",
        8 or 14 => $"The database {settings.Path} cannot be opened or written. Check the path (setting Database:Path) and the rights of the folder.",
        _ => $"The database {settings.Path} cannot be used: {broken.Message}",
    };
}
