using FaspayBilling.Tests.Support.Data;
using Microsoft.Data.Sqlite;

namespace FaspayBilling.Tests.Upkeep;

/// <summary>A database of SQLite in whose middle somebody wrote.</summary>
internal static class DamagedFile
{
    public static async Task MakeAsync(TestDb db)
    {
        await BrokenRows.SqlAsync(db, "PRAGMA wal_checkpoint(TRUNCATE)");
        SqliteConnection.ClearAllPools();
        await WriteAsync(db.Settings["Database:Path"]!);
    }

    /// <summary>Zeros over half of the file, behind its first pages: it is still a database to look at.</summary>
    public static async Task WriteAsync(string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        var half = file.Length / 2;
        file.Seek(half, SeekOrigin.Begin);
        await file.WriteAsync(new byte[file.Length - half]);
    }
}
