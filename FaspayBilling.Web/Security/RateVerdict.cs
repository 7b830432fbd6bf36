namespace FaspayBilling.Web.Security;

/// <summary>Whether a call may go on.</summary>
/// <param name="Ok">It may.</param>
/// <param name="Limit">Calls a minute.</param>
/// <param name="Remaining">Calls left in this minute.</param>
/// <param name="Reset">When the next minute begins (UTC).</param>
/// <param name="Wait">How long until then.</param>
public sealed record RateVerdict(bool Ok, int Limit, long Remaining, DateTime Reset, TimeSpan Wait);
