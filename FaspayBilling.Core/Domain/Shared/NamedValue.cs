namespace FaspayBilling.Core.Domain.Shared;

/// <summary>A value and the name by which the sentence asks for it.</summary>
/// <param name="Name">As in the sentence's <c>{name}</c>.</param>
/// <param name="Value">What is put there.</param>
public sealed record NamedValue(string Name, Value Value);
