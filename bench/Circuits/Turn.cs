namespace FaspayBilling.Bench.Circuits;

/// <summary>One page turn: when the location changed and when the new page's rows stood.</summary>
/// <param name="Asked">Instant of the change (UTC), by the machine's clock.</param>
/// <param name="Took">Until the batch that completed the rows was applied.</param>
internal readonly record struct Turn(DateTime Asked, TimeSpan Took);
