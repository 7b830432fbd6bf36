using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Features.BillPage;

/// <summary>What the bill page shows; amounts in rupiah.</summary>
public sealed record Bill
{
    public required Language Language { get; init; }

    public required InvoiceTitle Title { get; init; }

    /// <summary>Invoice No.</summary>
    public required string Number { get; init; }

    public required string Subject { get; init; }

    public required string Customer { get; init; }

    public required string Merchant { get; init; }

    public required string MerchantAddress { get; init; }

    /// <summary>A data URL; null without one.</summary>
    public required string? Logo { get; init; }

    public required DateOnly InvoiceDate { get; init; }

    /// <summary>The instant (UTC) after which it is overdue.</summary>
    public required DateTime Due { get; init; }

    public required InvoiceStatus Status { get; init; }

    public required decimal Total { get; init; }

    public required decimal Paid { get; init; }

    public required decimal Outstanding { get; init; }

    public required string PaymentInstructions { get; init; }

    /// <summary>Those marked for the customer.</summary>
    public required IReadOnlyList<BillDocument> Documents { get; init; }

    /// <summary>Money is expected for it.</summary>
    public bool IsDue => Title is InvoiceTitle.Invoice or InvoiceTitle.DebitNote && Status.IsOpen() && Outstanding > 0;
}

/// <summary>A document on the bill page.</summary>
/// <param name="Id">Its key.</param>
/// <param name="FileName">As it was uploaded.</param>
/// <param name="Size">Bytes.</param>
public sealed record BillDocument(long Id, string FileName, long Size);
