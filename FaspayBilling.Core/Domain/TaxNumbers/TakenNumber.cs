namespace FaspayBilling.Core.Domain.TaxNumbers;

/// <summary>A number just taken and the range it came from.</summary>
public readonly record struct TakenNumber(TaxNumber Number, long RangeId);
