namespace FaspayBilling.Bench.Counters;

/// <param name="At">Instant (UTC) when it was done, by the machine's clock.</param>
/// <param name="Text">Without its parameters' values.</param>
internal sealed record SqlCommand(DateTime At, string Text);
