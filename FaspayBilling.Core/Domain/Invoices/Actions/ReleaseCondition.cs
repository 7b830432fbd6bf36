using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.Invoices.Actions;

/// <summary>One condition for giving a number back, and whether it holds.</summary>
/// <param name="Message">The condition as the checklist shows it.</param>
/// <param name="Holds">True when it is met.</param>
/// <param name="Refusal">What the handler answers when it is not.</param>
public sealed record ReleaseCondition(Message Message, bool Holds, Refusal Refusal);
