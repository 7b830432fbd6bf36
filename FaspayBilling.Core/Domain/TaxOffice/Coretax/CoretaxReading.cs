using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.TaxOffice.Coretax;

/// <summary>One read-in of Coretax's list; undone, it stays listed.</summary>
public sealed class CoretaxReading : IMerchantOwned
{
    public long Id { get; private set; }

    public required long MerchantId { get; init; }

    public required string FileName { get; init; }

    public required DateTime At { get; init; }

    public required string By { get; init; }

    /// <summary>Rows that were read.</summary>
    public int Rows { get; set; }

    /// <summary>Invoices whose number or state changed.</summary>
    public int Changed { get; set; }

    /// <summary>Rows that waited for somebody's decision afterwards.</summary>
    public int Waiting { get; set; }

    public DateTime? UndoneAt { get; set; }

    public string? UndoneBy { get; set; }

    public int Version { get; private set; }
}
