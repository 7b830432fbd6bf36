using FaspayBilling.Core.Configuration;

namespace FaspayBilling.Core.Data;

/// <summary>
/// Who uses a SQLite database, over all processes: those that opened it hold one lock together, and who replaces its file holds it alone.
/// Both end with the process.
/// </summary>
internal sealed class DatabaseUse : IAsyncDisposable
{
    /// <summary>Beside the database: held while a start makes or upgrades it.</summary>
    public const string StartLock = ".start-lock";

    /// <summary>Beside the database: held as long as somebody uses it.</summary>
    public const string UseLock = ".use-lock";

    private readonly FileStream[] held;

    private DatabaseUse(params FileStream[] held) => this.held = held;

    /// <summary>Joins those that use it.</summary>
    public static FileStream Join(string database) =>
        PrivateFiles.Open(database + UseLock, FileMode.OpenOrCreate, FileOptions.None, share: FileShare.ReadWrite);

    /// <summary>Keeps starts and users away; null while somebody uses it.</summary>
    /// <exception cref="StartRefusedException">A start goes on for over a minute.</exception>
    public static async Task<DatabaseUse?> TakeAsync(string database, CancellationToken stop)
    {
        var start = await FileLock.TakeAsync(database + StartLock, stop);
        try
        {
            return new DatabaseUse(PrivateFiles.Open(database + UseLock, FileMode.OpenOrCreate, FileOptions.None), start);
        }
        catch (IOException)
        {
            await start.DisposeAsync();
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var file in held)
        {
            await file.DisposeAsync();
        }
    }
}
