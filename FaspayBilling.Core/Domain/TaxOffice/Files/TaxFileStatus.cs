namespace FaspayBilling.Core.Domain.TaxOffice.Files;

/// <summary>E-Faktur Status (docs/rules.md 8).</summary>
public enum TaxFileStatus
{
    Normal,
    Replacement,
}
