using FaspayBilling.Core.Domain.Invoices.Documents;

namespace FaspayBilling.Core.Features.DocumentApi;

/// <summary>Which recent documents are wanted; null is any.</summary>
public sealed record RecentQuery
{
    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>1 to 100.</summary>
    public int Size { get; init; } = 100;

    /// <summary>First and last instant (UTC) of the issue, both included.</summary>
    public (DateTime From, DateTime To)? Issued { get; init; }

    /// <summary>True for those that the taxpayer issued, false for those that it received.</summary>
    public bool? Sent { get; init; }

    /// <summary>True for cancelled ones, false for valid ones.</summary>
    public bool? Cancelled { get; init; }

    public DocumentType? Type { get; init; }

    /// <summary>NPWP of the receiver.</summary>
    public string? ReceiverTin { get; init; }

    /// <summary>NPWP of the issuer.</summary>
    public string? IssuerTin { get; init; }

    /// <summary>The caller asked for something that no document here has, e.g. the status Submitted.</summary>
    public bool Nothing { get; init; }
}
