using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Features.Reports;

/// <summary>What the Invoice Aging report is asked for; all of it stands in the page's address.</summary>
public sealed record AgingQuery
{
    /// <summary>The Jakarta day whose evening the balances are of.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Part of an invoice number, E-Faktur No or customer name.</summary>
    public string Search { get; init; } = "";

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public int Size { get; init; } = PageSizes.Usual;
}
