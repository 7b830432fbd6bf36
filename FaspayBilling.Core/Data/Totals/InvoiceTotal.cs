using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Data.Totals;

/// <summary>
/// What a merchant's invoices of one month, status and type add up to. Triggers keep it in the transaction that writes the invoice, so no
/// way of writing can forget it; a row that reaches 0 is gone. Only ever read here.
/// </summary>
public sealed class InvoiceTotal : IMerchantOwned
{
    public long MerchantId { get; private set; }

    /// <summary>First day of the month of the invoice date.</summary>
    public DateOnly Month { get; private set; }

    public InvoiceStatus Status { get; private set; }

    public DocumentType DocumentType { get; private set; }

    /// <summary>Invoices that are not deleted.</summary>
    public int Count { get; private set; }

    /// <summary>Rupiah, below 0 for what takes something back.</summary>
    public decimal Total { get; private set; }

    /// <summary>Rupiah owed to the merchant, below 0 what it still credits.</summary>
    public decimal Balance { get; private set; }
}
