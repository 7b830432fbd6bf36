using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Features.TaxOffice.Exports;

/// <summary>What Export CSV is asked for; all of it stands in the page's address.</summary>
public sealed record ExportableQuery
{
    /// <summary>Tax month: any day of it, by invoice date.</summary>
    public required DateOnly Month { get; init; }

    public ExportableSort Sort { get; init; } = ExportableSort.InvoiceNo;

    public bool Descending { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public int Size { get; init; } = PageSizes.Usual;

    /// <summary>The month's first day.</summary>
    public DateOnly First => new(Month.Year, Month.Month, 1);

    /// <summary>The month's last day.</summary>
    public DateOnly Last => First.AddMonths(1).AddDays(-1);
}
