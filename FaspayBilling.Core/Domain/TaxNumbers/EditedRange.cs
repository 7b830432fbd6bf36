namespace FaspayBilling.Core.Domain.TaxNumbers;

/// <summary>A range that is being changed, and the highest of its numbers that an invoice holds.</summary>
public sealed record EditedRange(TaxNumberRange Range, TaxNumber? HighestUsed);
