namespace FaspayBilling.Core.Domain.Invoices.Documents;

/// <summary>Names of notices.</summary>
public static class DocumentNoticeKinds
{
    /// <summary>The documented name.</summary>
    public static string Text(this DocumentNoticeKind kind) => kind switch
    {
        DocumentNoticeKind.Received => "Document received",
        DocumentNoticeKind.Validated => "Document validated",
        DocumentNoticeKind.Cancelled => "Document cancelled",
        DocumentNoticeKind.RejectionInitiated => "Document rejection initiated",
    };
}
