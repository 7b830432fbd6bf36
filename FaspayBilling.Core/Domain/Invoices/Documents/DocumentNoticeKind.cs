namespace FaspayBilling.Core.Domain.Invoices.Documents;

/// <summary>The document API's notification types that occur here; the values are its <c>typeId</c>.</summary>
public enum DocumentNoticeKind
{
    Received = 6,
    Validated = 7,
    Cancelled = 8,
    RejectionInitiated = 15,
}
