namespace FaspayBilling.Core.Domain.Invoices.Actions;

/// <summary>One wish to cancel an invoice.</summary>
/// <param name="Channel">The way it was asked for.</param>
/// <param name="Facts">What is known of the invoice.</param>
/// <param name="IssuerOfRecord">The caller's merchant issued the document; on screens always true.</param>
/// <param name="Reason">Why; mandatory over the document API, else as one likes; at most 300 characters.</param>
/// <param name="Now">The server's clock, whole milliseconds.</param>
public sealed record CancellationRequest(CancellationChannel Channel, InvoiceFacts Facts, bool IssuerOfRecord, string? Reason, DateTime Now)
{
    public static CancellationRequest OnScreen(InvoiceFacts facts, DateTime now, string? reason = null) =>
        new(CancellationChannel.Screen, facts, true, reason, now);

    public static CancellationRequest OverBillingApi(InvoiceFacts facts, DateTime now) =>
        new(CancellationChannel.BillingApi, facts, true, null, now);
}
