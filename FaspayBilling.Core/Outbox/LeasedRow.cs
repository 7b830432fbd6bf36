namespace FaspayBilling.Core.Outbox;

/// <summary>A row that this worker took: nobody else sends it until its lease ends.</summary>
/// <param name="Id">Key.</param>
/// <param name="MerchantId">Whose row it is.</param>
/// <param name="Attempt">From 1.</param>
/// <param name="Version">The version it was taken with.</param>
public abstract record LeasedRow(long Id, long MerchantId, int Attempt, int Version);
