namespace FaspayBilling.Core.Data.Paging;

/// <summary>What the database works out of a customer by itself, so that an index can begin with it.</summary>
internal static class ArchivedColumn
{
    /// <summary>1 for an archived customer, 0 for the others: an instant that is there is no one value that an index could begin with.</summary>
    public const string Name = "Archived";

    public const string Sql = "CASE WHEN \"ArchivedAt\" IS NULL THEN 0 ELSE 1 END";
}
