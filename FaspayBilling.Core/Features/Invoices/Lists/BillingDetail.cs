using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Actions;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Files;
using FaspayBilling.Core.Features.Audit;

namespace FaspayBilling.Core.Features.Invoices.Lists;

/// <summary>All that the page Billing Detail shows.</summary>
public sealed record BillingDetail
{
    /// <summary>The invoice with lines and payments.</summary>
    public required BillingInvoice Invoice { get; init; }

    /// <summary>What the policies were asked with.</summary>
    public required InvoiceFacts Facts { get; init; }

    public required BillingCustomer Customer { get; init; }

    /// <summary>The current E-Faktur file of its number; null without one.</summary>
    public required BillingTaxFile? TaxFile { get; init; }

    /// <summary>The invoice that it corrects, and the notes that correct it; the oldest first.</summary>
    public required IReadOnlyList<BillingReference> References { get; init; }

    /// <summary>The newest first.</summary>
    public required IReadOnlyList<HistoryLine> History { get; init; }

    /// <summary>Exactly what the actor may do now.</summary>
    public required IReadOnlyList<InvoiceAction> Actions { get; init; }

    /// <summary>Said before it is issued, when its tax invoice would be late; null when it would not.</summary>
    public required Message? Late { get; init; }

    /// <summary>The three conditions for giving its number back.</summary>
    public required IReadOnlyList<ReleaseCondition> ReleaseConditions { get; init; }

    /// <summary>The E-Faktur Module is on.</summary>
    public required bool EFakturModule { get; init; }
}

/// <summary>The customer as the detail page shows it.</summary>
/// <param name="Id">Key.</param>
/// <param name="Name">Name on the invoice.</param>
/// <param name="Email">Where its mails go, the first address and how many more; may be empty.</param>
/// <param name="Address">May be empty.</param>
/// <param name="Npwp">Tax id on the invoice; may be empty.</param>
public sealed record BillingCustomer(long Id, string Name, string Email, string Address, string Npwp);

/// <summary>The E-Faktur file as the detail page shows it.</summary>
public sealed record BillingTaxFile(
    long Id,
    string FileName,
    TaxFileStatus Status,
    TaxFileEmailStatus EmailStatus,
    DateTime UploadedAt,
    string UploadedBy);

/// <summary>An invoice and a note that belong together.</summary>
/// <param name="Id">Key, to find it by a payment.</param>
/// <param name="Number">Its number.</param>
/// <param name="Type">Invoice, credit or debit note …</param>
/// <param name="Status">Its status.</param>
/// <param name="Total">Rupiah, as the document states it.</param>
/// <param name="InvoiceDate">Jakarta calendar day.</param>
/// <param name="CorrectsThis">It is a note for the invoice that is looked at; otherwise that one is a note for it.</param>
public sealed record BillingReference(
    long Id, string Number, DocumentType Type, InvoiceStatus Status, decimal Total, DateOnly InvoiceDate, bool CorrectsThis);
