namespace FaspayBilling.Core.Domain.TaxNumbers;

/// <summary>Both ends of a range that passed the rules.</summary>
public sealed record CheckedRange(TaxNumber Start, TaxNumber End);
