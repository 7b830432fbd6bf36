namespace FaspayBilling.Core.Domain.Invoices.Payments;

/// <summary>Money received for an invoice.</summary>
public sealed class Payment
{
    public long Id { get; private set; }

    public long InvoiceId { get; private set; }

    /// <summary>Rupiah, above 0.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The Jakarta day on which it was received.</summary>
    public required DateOnly Date { get; init; }

    public required string Method { get; init; }

    public string Note { get; init; } = "";

    public required string RecordedBy { get; init; }

    public required DateTime RecordedAt { get; init; }

    /// <summary>The credit note or invoice whose amount this settles; null for money received.</summary>
    public long? SettlesInvoiceId { get; init; }

    /// <summary>When it was undone: it stays listed, but does not count any more.</summary>
    public DateTime? UndoneAt { get; set; }

    public string? UndoneBy { get; set; }
}
