namespace FaspayBilling.Core.Data.Paging;

/// <summary>What the database works out of a customer by itself, so that an index can begin with it.</summary>
internal static class ArchivedColumn
{
    /// <summary>1 for an archived customer, 0 for the others: one value for an index to begin with, as no instant is.</summary>
    public const string Name = "Archived";

    public const string Sql = "CASE WHEN \"ArchivedAt\" IS NULL THEN 0 ELSE 1 END";
}
