namespace FaspayBilling.Core.Domain.Callbacks;

/// <summary>One call to the merchant's address after a payment, written in the payment's transaction; a worker makes it later (faspay.md 43).</summary>
public sealed class CallbackCall : IOfMerchant
{
    public long Id { get; private set; }

    public required long MerchantId { get; init; }

    public required long InvoiceId { get; init; }

    public required long PaymentId { get; init; }

    public required string Url { get; set; }

    /// <summary>The JSON that is sent, its signature empty: the worker puts it in, for whoever reads it could act for the merchant.</summary>
    public required string Body { get; init; }

    public CallbackState State { get; set; } = CallbackState.Waiting;

    public int Attempts { get; set; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>When the worker tries again; only for waiting calls.</summary>
    public required DateTime NextTryAt { get; set; }

    /// <summary>Until when a worker has it in hand; null when none has.</summary>
    public DateTime? LeasedUntil { get; set; }

    public DateTime? DeliveredAt { get; set; }

    /// <summary>What the merchant's system answered at the last failed attempt.</summary>
    public string? LastError { get; set; }

    public int Version { get; set; }
}
