namespace FaspayBilling.Core.Domain.Merchants;

/// <summary>By which way tax invoices reach the tax office (docs/sources/tax-law.md 2.3).</summary>
public enum TaxChannel
{
    /// <summary>e-Faktur Desktop: numbers from ranges, CSV.</summary>
    Desktop,

    /// <summary>Coretax: XML, the number is read back; no number is taken from a range.</summary>
    Coretax,

    /// <summary>Numbers from ranges; CSV and XML both.</summary>
    Both,
}
