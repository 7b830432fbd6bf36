using Microsoft.Data.Sqlite;
using Npgsql;

namespace FaspayBilling.Core.Faults;

/// <summary>Tells a fault of the database, its disk or the way to it from everything else that can go wrong.</summary>
public static class DatabaseFault
{
    /// <summary>
    /// True when nothing is wrong with what was asked, and the same may work in a moment: full, read-only, locked, gone, restarting, too
    /// many connections. EF wraps what the driver says, so what is behind is looked at too.
    /// </summary>
    public static bool Is(Exception? broken)
    {
        for (var each = broken; each is not null; each = each.InnerException)
        {
            if (each is OperationCanceledException)
            {
                // Whoever asked does not want it any more.
                return false;
            }

            if (each is DatabaseUnavailableException or LostGroupException
                || (each is SqliteException file && IsOf(file))
                || (each is PostgresException said && IsOf(said.SqlState))
                || each is NpgsqlException and not PostgresException and not NpgsqlOperationInProgressException)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when the server itself said no: it has not done it.</summary>
    internal static bool IsAnswered(Exception broken) => Has<PostgresException>(broken);

    /// <summary>True when it was waited for in vain.</summary>
    internal static bool IsTimeout(Exception broken) => Has<TimeoutException>(broken);

    private static bool Has<TException>(Exception broken)
        where TException : Exception
    {
        for (var each = broken; each is not null; each = each.InnerException)
        {
            if (each is TException)
            {
                return true;
            }
        }

        return false;
    }

    // Busy, locked, read-only, error of the disk, full, not to be opened, locks that cannot be taken.
    private static bool IsOf(SqliteException said) => said.SqliteErrorCode is 5 or 6 or 8 or 10 or 13 or 14 or 15;

    // Connection, password or place refused; resources; somebody ended it; the system; another change was in the way.
    private static bool IsOf(string state) =>
        state is PostgresErrorCodes.ReadOnlySqlTransaction
            or PostgresErrorCodes.InvalidCatalogName
            or PostgresErrorCodes.LockNotAvailable
            or PostgresErrorCodes.ObjectNotInPrerequisiteState
            or PostgresErrorCodes.SerializationFailure
            or PostgresErrorCodes.DeadlockDetected
        || Array.Exists(["08", "28", "53", "57", "58"], kind => state.StartsWith(kind, StringComparison.Ordinal));
}
