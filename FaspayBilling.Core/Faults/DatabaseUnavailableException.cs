namespace FaspayBilling.Core.Faults;

/// <summary>
/// The refusal <c>database.unavailable</c> where no user waits for an outcome: an API, a sign-in or the program itself wrote.
/// </summary>
/// <param name="why">What the database said; null when that was told before.</param>
/// <param name="unknown">Whether it went away at the last moment, so that nobody knows whether it was done.</param>
public sealed class DatabaseUnavailableException(Exception? why = null, bool unknown = false)
    : Exception(unknown ? "The database went away during a commit." : "The database cannot be written now.", why)
{
    /// <summary>It may have been done.</summary>
    public bool Unknown { get; } = unknown;
}
