using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Domain.Invoices.Lines;

/// <summary>A line as somebody typed it; what could not be read is null.</summary>
public sealed record InvoiceLineInput
{
    public const int LongestName = 300;
    public const int LongestUnit = 40;

    /// <summary>The most of one thing on a line.</summary>
    public const decimal MostQuantity = 999_999_999m;

    /// <summary>An empty line: one service.</summary>
    public static readonly InvoiceLineInput Empty = new()
    {
        Name = "",
        Kind = LineKind.Service,
        GoodsCode = "000000",
        UnitCode = "",
        Unit = "",
        Quantity = 1,
        Price = null,
        Discount = 0,
        Luxury = false,
        LuxuryTaxRate = 0,
    };

    public required string Name { get; init; }

    public required LineKind Kind { get; init; }

    /// <summary>Six digits; 000000 is general.</summary>
    public required string GoodsCode { get; init; }

    /// <summary>UM.0001 to UM.0039, or empty.</summary>
    public required string UnitCode { get; init; }

    /// <summary>As the invoice prints it.</summary>
    public required string Unit { get; init; }

    /// <summary>Above 0, at most four decimals.</summary>
    public required decimal? Quantity { get; init; }

    /// <summary>Rupiah, 0 or more, at most two decimals.</summary>
    public required decimal? Price { get; init; }

    /// <summary>Rupiah off the line, at most two decimals; null when what was typed is no amount.</summary>
    public required decimal? Discount { get; init; }

    public required bool Luxury { get; init; }

    /// <summary>Luxury sales tax (PPnBM) in percent, 0 to 200; only for luxury goods.</summary>
    public required decimal? LuxuryTaxRate { get; init; }

    /// <summary>The line that it makes, to work out amounts; what could not be read counts as nothing.</summary>
    public InvoiceLine ToLine(int position) => new()
    {
        Position = position,
        Name = PlainText.Line(Name),
        Kind = Kind,
        GoodsCode = GoodsCode,
        UnitCode = UnitCode,
        Unit = PlainText.Line(Unit),
        Quantity = Quantity ?? 0,
        Price = Price ?? 0,
        Discount = Discount ?? 0,
        Luxury = Luxury,
        LuxuryTaxRate = Luxury ? LuxuryTaxRate ?? 0 : 0,
    };

    /// <summary>The same line to be typed on.</summary>
    public static InvoiceLineInput Of(InvoiceLine line) => new()
    {
        Name = line.Name,
        Kind = line.Kind,
        GoodsCode = line.GoodsCode,
        UnitCode = line.UnitCode,
        Unit = line.Unit,
        Quantity = line.Quantity,
        Price = line.Price,
        Discount = line.Discount,
        Luxury = line.Luxury,
        LuxuryTaxRate = line.LuxuryTaxRate,
    };
}
