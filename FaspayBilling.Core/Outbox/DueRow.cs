namespace FaspayBilling.Core.Outbox;

/// <summary>A row of an outbox that may leave now.</summary>
/// <param name="Id">Key.</param>
/// <param name="MerchantId">Whose row it is.</param>
/// <param name="Target">Where it goes, as the row says it.</param>
public sealed record DueRow(long Id, long MerchantId, string Target)
{
    /// <summary>The machine behind the target: what is left alone when it does not answer.</summary>
    public string Host { get; init; } = Target;
}

/// <summary>What is to be looked for.</summary>
/// <param name="Urgent">Urgent rows too.</param>
/// <param name="Without">Targets that get nothing now.</param>
/// <param name="InTurn">Of the merchants that have due rows, those whose rows are read, in their order.</param>
internal sealed record Look(bool Urgent, List<string> Without, Func<List<long>, List<long>> InTurn);

/// <summary>What was found; each list in the order in which its rows leave.</summary>
/// <param name="Urgent">What goes first; null when it was not looked for.</param>
/// <param name="Others">The first due rows of some merchants.</param>
internal sealed record DueRows(List<DueRow>? Urgent, List<DueRow> Others);
