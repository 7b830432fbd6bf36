using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.TaxOffice;

/// <summary>One file made for the tax office, kept with its bytes for ten years.</summary>
public sealed class TaxExport : IMerchantOwned
{
    public long Id { get; private set; }

    public required long MerchantId { get; init; }

    /// <summary>Desktop (CSV) or Coretax (XML).</summary>
    public required TaxChannel Channel { get; init; }

    public required string FileName { get; init; }

    public required long ContentId { get; init; }

    /// <summary>Invoices in it.</summary>
    public required int Invoices { get; init; }

    public required DateTime At { get; init; }

    public required string By { get; init; }
}
