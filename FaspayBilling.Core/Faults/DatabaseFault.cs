using System.Net.Sockets;
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
                || each is NpgsqlException and not PostgresException and not NpgsqlOperationInProgressException
                || (each is SocketException name && IsOf(name)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when it was lost while it committed: nobody knows whether what was asked is done.</summary>
    public static bool IsUnknown(Exception broken) => Has(broken, each => each is DatabaseUnavailableException { Unknown: true });

    /// <summary>True when it could not be written, and not only read.</summary>
    public static bool IsOfWriting(Exception broken) => Has(broken, each => each is DatabaseUnavailableException or LostGroupException);

    /// <summary>True when the database is there and one statement lasted too long for it: again it may last as long again.</summary>
    public static bool IsTooSlow(Exception broken) => Has(
        broken,
        each => each is PostgresException { SqlState: PostgresErrorCodes.QueryCanceled }
            || (each is NpgsqlException { InnerException: TimeoutException } late
                && (CameThrough(late, "Npgsql.NpgsqlCommand.") || CameThrough(late, "Npgsql.NpgsqlDataReader."))));

    /// <summary>True when the server itself said no: it has not done it. That the connection broke is no answer.</summary>
    internal static bool IsAnswered(Exception broken) => Has(
        broken, each => each is PostgresException said && !said.SqlState.StartsWith("08", StringComparison.Ordinal));

    /// <summary>True when it was waited for in vain.</summary>
    internal static bool IsTimeout(Exception broken) => Has(broken, each => each is TimeoutException);

    private static bool Has(Exception broken, Func<Exception, bool> what)
    {
        for (var each = broken; each is not null; each = each.InnerException)
        {
            if (what(each))
            {
                return true;
            }
        }

        return false;
    }

    // The driver does not wrap what looking for the server's name says; a mail server's name may be missing just as well.
    private static bool IsOf(SocketException said) =>
        said.SocketErrorCode is SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData or SocketError.NoRecovery
        && CameThrough(said, "Npgsql.");

    private static bool CameThrough(Exception broken, string place) =>
        broken.StackTrace?.Contains(place, StringComparison.Ordinal) == true;

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
