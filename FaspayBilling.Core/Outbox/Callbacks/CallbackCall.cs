namespace FaspayBilling.Core.Outbox.Callbacks;

/// <summary>
/// One call to the merchant's address after a payment, written in the payment's transaction; a worker makes it later
/// (docs/sources/faspay.md 43).
/// </summary>
public sealed class CallbackCall : OutboxRow
{
    public required long InvoiceId { get; init; }

    public required long PaymentId { get; init; }

    public required string Url { get; set; }

    /// <summary>
    /// The JSON that is sent, its signature empty: the worker puts it in, for whoever reads it could act for the merchant.
    /// </summary>
    public required string Body { get; init; }

    public CallbackState State { get; set; } = CallbackState.Waiting;

    public DateTime? DeliveredAt { get; set; }
}
