namespace FaspayBilling.Core.Outbox;

/// <summary>How the machines that take the rows of an outbox are spared.</summary>
/// <param name="FirstRest">How long one is left alone that did not answer.</param>
/// <param name="LongestRest">The most that it is left alone; each time in a row it is twice as long.</param>
/// <param name="AtOnce">How many rows may be on their way to one.</param>
public sealed record HostRules(TimeSpan FirstRest, TimeSpan LongestRest, int AtOnce);
