namespace FaspayBilling.Core.Domain.Invoices;

/// <summary>What is known of the tax office's word on an invoice's number; approved and replaced numbers are spent for good.</summary>
public enum TaxApproval
{
    Unknown,
    Approved,
    Replaced,
}
