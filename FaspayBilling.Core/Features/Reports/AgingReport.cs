using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Features.Reports;

/// <summary>What was open on the evening of a day: one page of rows, and the sums over all of them.</summary>
/// <param name="AsOf">The day.</param>
/// <param name="Page">The rows, the longest overdue first.</param>
/// <param name="Sums">Rupiah of each class, over all pages; classes without any are 0.</param>
public sealed record AgingReport(DateOnly AsOf, Page<AgingRow> Page, IReadOnlyDictionary<AgingClass, decimal> Sums)
{
    /// <summary>All that is unpaid, due or not.</summary>
    public decimal Total => Sums.Values.Sum();
}

/// <summary>One open invoice.</summary>
/// <param name="Id">Key, for live changes.</param>
/// <param name="Number">Invoice No.</param>
/// <param name="Customer">Customer name.</param>
/// <param name="InvoiceDate">Jakarta calendar day.</param>
/// <param name="Due">Instant (UTC).</param>
/// <param name="Open">Rupiah still owed that evening.</param>
/// <param name="DaysOverdue">0 while it is not yet due.</param>
/// <param name="Type">Invoice or debit note.</param>
public sealed record AgingRow(
    long Id, string Number, string Customer, DateOnly InvoiceDate, DateTime Due, decimal Open, int DaysOverdue, DocumentType Type)
{
    /// <summary>The class it falls in.</summary>
    public AgingClass Class => Aging.ClassOf(DaysOverdue);
}
