namespace FaspayBilling.Core.Domain.Cancellation;

/// <summary>One condition for giving a number back, and whether it holds.</summary>
/// <param name="Text">The condition as the checklist shows it.</param>
/// <param name="Holds">True when it is met.</param>
/// <param name="Refusal">What the handler answers when it is not.</param>
public sealed record ReleaseCondition(string Text, bool Holds, Refusal Refusal);
