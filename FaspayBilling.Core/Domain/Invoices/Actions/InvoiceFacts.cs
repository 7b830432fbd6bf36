using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.TaxOffice.Codes;

namespace FaspayBilling.Core.Domain.Invoices.Actions;

/// <summary>All that the policies ask about an invoice: a list row, a page and an entity give the same facts.</summary>
public sealed record InvoiceFacts
{
    public required InvoiceStatus Status { get; init; }

    public required bool InvoiceTax { get; init; }

    public required bool HasTaxNumber { get; init; }

    /// <summary>Coretax gave it a number of its own: it needs none of a range any more.</summary>
    public bool HasCoretaxNumber { get; init; }

    /// <summary>An E-Faktur file was uploaded for its number.</summary>
    public required bool HasTaxFile { get; init; }

    /// <summary>Its number went out in an export to the tax office.</summary>
    public required bool Exported { get; init; }

    public required TaxApproval TaxApproval { get; init; }

    /// <summary>Rupiah received so far.</summary>
    public required decimal Paid { get; init; }

    public required DateTime? CancelDeadline { get; init; }

    public required DateTime? DocumentCancelDeadline { get; init; }

    /// <summary>A note that is not itself cancelled refers to it.</summary>
    public required bool Referenced { get; init; }

    /// <summary>What it is as a document: notes are not corrected by notes.</summary>
    public DocumentType DocumentType { get; init; } = DocumentType.Invoice;

    /// <summary>It goes to the tax office and takes an E-Faktur No (docs/rules.md 1).</summary>
    public bool IsTaxInvoice => TaxInvoices.Is(DocumentType, InvoiceTax);
}
