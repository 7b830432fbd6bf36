namespace FaspayBilling.Core.Data.Paging;

/// <summary>What the database works out of a row of Coretax's list by itself, so that an index keeps the list's order.</summary>
internal static class CoretaxColumns
{
    /// <summary>1 for a row that no invoice may be, 0 for one with candidates.</summary>
    public const string Unmatched = "Unmatched";

    public const string UnmatchedSql = "CASE WHEN \"Candidates\" = '' THEN 1 ELSE 0 END";
}
