namespace FaspayBilling.Core.Domain.Attachments;

/// <summary>What an uploaded document is.</summary>
public enum AttachmentType
{
    Supporting,
    WithholdingTax,
}
