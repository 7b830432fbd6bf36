using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Data.Totals;

/// <summary>How many tax invoices of a year there are of one kind; kept like <see cref="InvoiceTotal"/>.</summary>
public sealed class TaxTotal : IMerchantOwned
{
    public long MerchantId { get; private set; }

    /// <summary>Year of the invoice date.</summary>
    public int Year { get; private set; }

    public TaxKind Kind { get; private set; }

    public int Count { get; private set; }
}

/// <summary>What tax invoices are counted by; one may be counted as several.</summary>
public enum TaxKind
{
    /// <summary>Issued and standing.</summary>
    Issued,

    /// <summary>Issued and standing, and issued after its year was over.</summary>
    Late,

    /// <summary>Draft or Proforma.</summary>
    Waiting,

    /// <summary>Issued and standing, with neither an E-Faktur No nor a number of Coretax.</summary>
    WithoutNumber,

    /// <summary>Issued and standing, with a number, but no current E-Faktur file.</summary>
    WithoutFile,
}
