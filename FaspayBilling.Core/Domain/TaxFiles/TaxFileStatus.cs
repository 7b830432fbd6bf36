namespace FaspayBilling.Core.Domain.TaxFiles;

/// <summary>E-Faktur Status (R37).</summary>
public enum TaxFileStatus
{
    Normal,
    Replacement,
}
