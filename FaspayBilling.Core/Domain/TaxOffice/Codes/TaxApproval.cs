namespace FaspayBilling.Core.Domain.TaxOffice.Codes;

/// <summary>What is known of the tax office's word on an invoice's number; approved and replaced numbers are spent for good.</summary>
public enum TaxApproval
{
    Unknown,
    Approved,
    Replaced,
}
