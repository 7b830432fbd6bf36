namespace FaspayBilling.Core.Faults;

/// <summary>
/// The refusal <c>database.unavailable</c> where no user waits for an outcome: an API, a sign-in or the program itself wrote.
/// </summary>
/// <param name="why">What the database said; null when that was told before.</param>
public sealed class DatabaseUnavailableException(Exception? why = null) : Exception("The database cannot be written now.", why);
