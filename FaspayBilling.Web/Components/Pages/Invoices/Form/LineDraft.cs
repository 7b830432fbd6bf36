using System.Globalization;
using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Web.Components.Pages.Kept;
using FaspayBilling.Web.Components.Ui;
using FaspayBilling.Web.Components.Ui.Fields;

namespace FaspayBilling.Web.Components.Pages.Invoices.Form;

/// <summary>A line while it is typed: every cell as text, and the line that it makes.</summary>
public sealed class LineDraft
{
    private static long last;

    /// <summary>Stays with the line wherever it moves.</summary>
    public long Key { get; } = Interlocked.Increment(ref last);

    public string Name { get; set; } = "";

    public LineKind Kind { get; set; } = LineKind.Service;

    public string GoodsCode { get; set; } = "000000";

    public string Unit { get; set; } = "";

    public string UnitCode { get; set; } = "";

    public string Quantity { get; set; } = "1";

    public string Price { get; set; } = "";

    public string Discount { get; set; } = "";

    public bool Luxury { get; set; }

    public string LuxuryTaxRate { get; set; } = "";

    /// <summary>Nothing was typed in it.</summary>
    public bool IsEmpty => Name.Length == 0 && Price.Length == 0 && Unit.Length == 0 && Discount.Length == 0;

    /// <summary>The cells whose text is no number, by name; looked at when a cell is left.</summary>
    public IReadOnlyList<string> Unreadable { get; private set; } = [];

    /// <summary>As it was last worked out.</summary>
    public InvoiceLine Line { get; private set; } = InvoiceLineInput.Empty.ToLine(1);

    public static LineDraft Of(InvoiceLineInput input) => new()
    {
        Name = input.Name,
        Kind = input.Kind,
        GoodsCode = input.GoodsCode,
        Unit = input.Unit,
        UnitCode = input.UnitCode,
        Luxury = input.Luxury,
        Quantity = Number(input.Quantity),
        Price = Amount(input.Price),
        Discount = input.Discount == 0 ? "" : Amount(input.Discount),
        LuxuryTaxRate = input.LuxuryTaxRate == 0 ? "" : Number(input.LuxuryTaxRate),
    };

    /// <summary>The lines that a snapshot kept, in their order.</summary>
    public static IEnumerable<LineDraft> Of(FormSnapshot kept)
    {
        for (var i = 0; kept.Text(Field(i, nameof(Name))) is not null; i++)
        {
            var index = i;
            yield return Of(cell => kept.Text(Field(index, cell)));
        }
    }

    /// <summary>A line as a snapshot kept it, cell by cell.</summary>
    public static LineDraft Of(Func<string, string?> cell) => new()
    {
        Name = cell(nameof(Name)) ?? "",
        Kind = cell(nameof(Kind)) == nameof(LineKind.Goods) ? LineKind.Goods : LineKind.Service,
        GoodsCode = cell(nameof(GoodsCode)) ?? "000000",
        Unit = cell(nameof(Unit)) ?? "",
        UnitCode = cell(nameof(UnitCode)) ?? "",
        Quantity = cell(nameof(Quantity)) ?? "",
        Price = cell(nameof(Price)) ?? "",
        Discount = cell(nameof(Discount)) ?? "",
        Luxury = cell(nameof(Luxury)) == "1",
        LuxuryTaxRate = cell(nameof(LuxuryTaxRate)) ?? "",
    };

    /// <summary>Works out the line.</summary>
    public void Compute(VatTreatment treatment)
    {
        Line = ToInput().ToLine(1);
        Line.Compute(treatment);
    }

    /// <summary>Writes numbers that can be read the way screens write them.</summary>
    public void Tidy()
    {
        Quantity = QuantityText.Read(Quantity) is { } quantity ? Number(quantity) : Quantity;
        Price = MoneyText.Read(Price) is { } price ? Amount(price) : Price;
        Discount = MoneyText.Read(Discount) is { } discount ? Amount(discount) : Discount;
        LuxuryTaxRate = QuantityText.Read(LuxuryTaxRate) is { } rate ? Number(rate) : LuxuryTaxRate;
        Unreadable =
        [
            .. new[]
            {
                Quantity.Trim().Length > 0 && QuantityText.Read(Quantity) is null ? nameof(Quantity) : null,
                Price.Trim().Length > 0 && MoneyText.Read(Price) is null ? nameof(Price) : null,
                Discount.Trim().Length > 0 && MoneyText.Read(Discount) is null ? nameof(Discount) : null,

                // Of other goods it is not asked.
                Luxury && LuxuryTaxRate.Trim().Length > 0 && QuantityText.Read(LuxuryTaxRate) is null ? nameof(LuxuryTaxRate) : null,
            }.OfType<string>(),
        ];
    }

    public InvoiceLineInput ToInput() => new()
    {
        Name = Name,
        Kind = Kind,
        GoodsCode = GoodsCode.Trim().Length == 0 ? "000000" : GoodsCode.Trim(),
        Unit = Unit,
        UnitCode = UnitCode,
        Quantity = QuantityText.Read(Quantity),
        Price = MoneyText.Read(Price),
        Discount = Discount.Trim().Length == 0 ? 0 : MoneyText.Read(Discount),
        Luxury = Luxury,
        LuxuryTaxRate = LuxuryTaxRate.Trim().Length == 0 ? 0 : QuantityText.Read(LuxuryTaxRate),
    };

    /// <summary>The name of one of its inputs, which is also the field of its refusal.</summary>
    public static string Field(int index, string cell) => string.Create(CultureInfo.InvariantCulture, $"Lines[{index}].{cell}");

    private static string Number(decimal? number) => number is { } some ? Format.Quantity(some) : "";

    private static string Amount(decimal? amount) => amount is { } some ? MoneyText.Write(some) : "";
}
