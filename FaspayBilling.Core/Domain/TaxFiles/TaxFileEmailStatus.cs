namespace FaspayBilling.Core.Domain.TaxFiles;

/// <summary>Email Status (R36).</summary>
public enum TaxFileEmailStatus
{
    ReadyToSend,
    Sent,
    Failed,
}
