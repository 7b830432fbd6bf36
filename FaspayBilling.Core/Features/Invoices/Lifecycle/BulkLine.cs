using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Features.Invoices.Lifecycle;

/// <summary>What became of one invoice of a bulk action: one that is refused never stops the others.</summary>
/// <param name="Number">Invoice number.</param>
/// <param name="Refusal">Why not; null when it was done.</param>
public sealed record BulkLine(string Number, Refusal? Refusal);
