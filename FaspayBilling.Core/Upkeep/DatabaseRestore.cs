using System.Globalization;
using FaspayBilling.Core.Configuration;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Data.Migrations;
using FaspayBilling.Core.Upkeep.Checks;
using Microsoft.Data.Sqlite;

namespace FaspayBilling.Core.Upkeep;

/// <summary>Puts a backup in the place of the SQLite database: checked first, the old file kept, never while a server runs on it.</summary>
public sealed class DatabaseRestore(DatabaseSettings settings, KeyProtection keys, DatabaseCheck check, TimeProvider clock)
{
    private const string Unfinished = ".restoring";

    // SQLITE_CORRUPT and SQLITE_NOTADB.
    private const int Damaged = 11;
    private const int NoDatabase = 26;

    /// <exception cref="StartRefusedException">PostgreSQL has its own tool; the file is missing, damaged, of a newer version or breaks a
    /// rule; a server runs on the database; or the disk refuses.</exception>
    public async Task<RestoredDatabase> RunAsync(string file, CancellationToken stop)
    {
        if (settings.IsPostgres)
        {
            throw new StartRefusedException(
                "A PostgreSQL database is restored with pg_restore, while the program is stopped on every node.");
        }

        if (!File.Exists(file))
        {
            throw new StartRefusedException($"There is no file {file}. Name a file that the command backup made.");
        }

        if (Path.GetFullPath(file) == Path.GetFullPath(settings.Path))
        {
            throw new StartRefusedException($"{file} is the database itself. Name a file that the command backup made.");
        }

        try
        {
            return await RunHereAsync(file, stop);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(
                $"{file} could not be put in the place of {settings.Path} ({broken.Message}). Check the disk and the rights of the folder.",
                broken);
        }
    }

    private async Task<RestoredDatabase> RunHereAsync(string file, CancellationToken stop)
    {
        PrivateFiles.MakeFolder(Path.GetDirectoryName(Path.GetFullPath(settings.Path))!);

        // No start comes between, and nobody serves: what a server writes into a file that was moved away would be lost.
        await using var alone = await DatabaseUse.TakeAsync(settings.Path, stop) ?? throw Used();
        var copy = settings.Path + Unfinished;
        SqliteFile.Delete(copy);
        try
        {
            Copy(file, copy);
            var (copied, recounted) = await CheckAsync(file, copy, stop);
            return new RestoredDatabase(
                Replace(copy), copied.Kind == DatabaseKind.Older, copied.Secrets ? null : Lacks(), recounted);
        }
        finally
        {
            SqliteFile.Delete(copy);
        }
    }

    private static void Copy(string file, string copy)
    {
        try
        {
            SqliteFile.Copy(file, quiet: !SqliteFile.HasLog(file), copy);
        }
        catch (SqliteException broken)
        {
            throw new StartRefusedException(
                $"{file} is damaged or not a database ({broken.Message}). Name another file that the command backup made.", broken);
        }
    }

    // The copy is looked at, not the file: what is checked is what is moved in.
    private async Task<(CheckedCopy Copied, bool Recounted)> CheckAsync(string file, string copy, CancellationToken stop)
    {
        try
        {
            var copied = await check.CopyAsync(copy, all: true, stop);
            var recounted = copied.NeedsTotals;
            if (recounted)
            {
                // Nobody's work is in them, and a backup is too dear to be refused for their sake.
                SqliteFile.Change(copy, Counts.AvailableAnew + KeptTotals.Anew(TotalsSql.Of(postgres: false)));
                copied = await check.CopyAsync(copy, all: true, stop);
            }

            var no = copied.Kind switch
            {
                DatabaseKind.Other => "holds nothing of FaspayBilling. Name a file that the command backup made.",
                DatabaseKind.Newer => "was written by a newer version of FaspayBilling. Restore it with that version, or name an older "
                    + "backup.",
                _ => copied.Why() is { } why
                    ? $"is not restored: {why}. Name another backup; README.md says how to put this one in place by hand."
                    : null,
            };
            return no is null
                ? (copied, recounted)
                : throw new StartRefusedException($"{file} {no}");
        }
        catch (SqliteException broken)
        {
            throw new StartRefusedException(
                $"{file} is damaged or not a database ({broken.Message}). Name another file that the command backup made.", broken);
        }
    }

    private string? Replace(string copy)
    {
        var kept = KeptName();
        if (!File.Exists(settings.Path))
        {
            KeepBeside(kept);
            File.Move(copy, settings.Path);
            return null;
        }

        try
        {
            if (!SqliteFile.Settle(settings.Path))
            {
                throw Used();
            }
        }
        catch (SqliteException broken) when (broken.SqliteErrorCode is 5 or 6)
        {
            throw Used();
        }
        catch (SqliteException broken) when (broken.SqliteErrorCode is not (Damaged or NoDatabase))
        {
            // Moved away from its log it would lose what waits in that.
            throw new StartRefusedException(
                $"What waits beside {settings.Path} could not be written into it ({broken.Message}). Nothing was restored.", broken);
        }
        catch (SqliteException)
        {
            // A damaged one is kept as it lies, with all that is beside it.
        }

        KeepBeside(kept);

        // One rename: whoever looks finds the old file or the new one, never none.
        File.Replace(copy, settings.Path, kept);
        return kept;
    }

    // A log of the old file beside the new one would be written into it.
    private void KeepBeside(string kept)
    {
        foreach (var part in SqliteFile.Beside.Where(part => File.Exists(settings.Path + part)))
        {
            File.Move(settings.Path + part, kept + part);
        }
    }

    private string KeptName()
    {
        var name = settings.Path + clock.GetUtcNow().UtcDateTime.ToString("'.'yyyyMMdd'-'HHmmss", CultureInfo.InvariantCulture);
        var free = name;
        for (var i = 2; SqliteFile.Beside.Prepend("").Any(part => File.Exists(free + part)); i++)
        {
            free = $"{name}-{i}";
        }

        return free;
    }

    private string? Lacks() => keys.KeptApart is { } apart
        ? $"Its secrets were encrypted by other keys than those here: put back {apart} of that time before the next start."
        : "Its secrets were encrypted by keys that are not here: set DataProtection:KeyFile or DataProtection:Certificate before the next "
            + "start.";

    private StartRefusedException Used() =>
        new($"A program has the database {settings.Path} open. Stop FaspayBilling, then restore.");
}
