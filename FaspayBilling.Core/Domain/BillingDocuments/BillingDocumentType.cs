namespace FaspayBilling.Core.Domain.BillingDocuments;

/// <summary>What an uploaded document is.</summary>
public enum BillingDocumentType
{
    Supporting,
    WithholdingTax,
}
