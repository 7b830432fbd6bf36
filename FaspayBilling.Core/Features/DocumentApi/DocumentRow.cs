using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;

namespace FaspayBilling.Core.Features.DocumentApi;

/// <summary>A document as its issuer and its receiver see it. Amounts in rupiah, instants in UTC.</summary>
public sealed record DocumentRow
{
    /// <summary>The 26 characters of its id.</summary>
    public required string DocumentId { get; init; }

    /// <summary>Invoice number of the issuer.</summary>
    public required string Number { get; init; }

    public required DocumentType Type { get; init; }

    /// <summary>The issuer of record's NPWP.</summary>
    public required string IssuerTin { get; init; }

    public required string IssuerName { get; init; }

    /// <summary>The other party's NPWP; empty without one.</summary>
    public required string ReceiverTin { get; init; }

    public required string ReceiverName { get; init; }

    public required DateTime IssuedAt { get; init; }

    public required decimal TaxBase { get; init; }

    public required decimal Discount { get; init; }

    public required decimal Total { get; init; }

    public required InvoiceStatus Status { get; init; }

    public required DateTime? CancelledAt { get; init; }

    public required string? CancelReason { get; init; }

    public required DateTime? RejectRequestedAt { get; init; }

    public required string? RejectReason { get; init; }

    /// <summary>True when the caller's taxpayer issued it, false when it received it.</summary>
    public required bool Sent { get; init; }

    public bool IsCancelled => Status == InvoiceStatus.Cancelled;
}
