using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Features.Invoices.Lists;

/// <summary>What the Billing List is asked for; all of it stands in the page's address.</summary>
public sealed record BillingQuery
{
    /// <summary>Part of an invoice number, E-Faktur No or customer name; of one or two characters the start of a number or word.</summary>
    public string Search { get; init; } = "";

    public InvoiceStatus? Status { get; init; }

    /// <summary>Invoice, credit note, debit note …; null for all.</summary>
    public DocumentType? Type { get; init; }

    /// <summary>First invoice date, included.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last invoice date, included.</summary>
    public DateOnly? To { get; init; }

    public BillingSort Sort { get; init; } = BillingSort.InvoiceDate;

    public bool Descending { get; init; } = true;

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public int Size { get; init; } = PageSizes.Usual;
}
