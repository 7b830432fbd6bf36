namespace FaspayBilling.Core.Domain.TaxOffice.Files;

/// <summary>Email Status (docs/rules.md 8).</summary>
public enum TaxFileEmailStatus
{
    ReadyToSend,
    Sent,
    Failed,
}
