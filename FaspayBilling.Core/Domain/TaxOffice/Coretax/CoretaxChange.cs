using FaspayBilling.Core.Domain.TaxNumbers;

namespace FaspayBilling.Core.Domain.TaxOffice.Coretax;

/// <summary>
/// One thing that a read-in changed: what it was, so that it can be put back, and what it became, to see that nobody built on it.
/// </summary>
public sealed class CoretaxChange
{
    public long Id { get; private set; }

    public required long ReadingId { get; init; }

    /// <summary>The kept row of the list that was added or changed.</summary>
    public long? RowId { get; init; }

    /// <summary>The invoice that was told.</summary>
    public long? InvoiceId { get; init; }

    /// <summary>The number of a range that stopped being available.</summary>
    public TaxNumber? TaxNumber { get; init; }

    /// <summary>What it said before, as JSON; null for a row that was added.</summary>
    public string? Before { get; init; }

    /// <summary>What it says since, as JSON; the digits of a number.</summary>
    public required string After { get; init; }
}
