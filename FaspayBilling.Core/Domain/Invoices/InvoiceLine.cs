using FaspayBilling.Core.Domain.Money;

namespace FaspayBilling.Core.Domain.Invoices;

/// <summary>One thing billed. Amounts in rupiah with two decimals, quantity with four.</summary>
public sealed class InvoiceLine
{
    public long Id { get; private set; }

    public long InvoiceId { get; private set; }

    public required int Position { get; init; }

    public required string Name { get; init; }

    public required decimal Quantity { get; init; }

    public string Unit { get; init; } = "";

    public required decimal Price { get; init; }

    public decimal Discount { get; init; }

    /// <summary>Price times quantity less discount, to two decimals.</summary>
    public decimal TaxBase { get; private set; }

    public decimal OtherTaxBase { get; private set; }

    public decimal Vat { get; private set; }

    /// <summary>Works out the amounts for an invoice of that day.</summary>
    public void Compute(DateOnly invoiceDate, bool invoiceTax)
    {
        TaxBase = Rupiah.Cents((Price * Quantity) - Discount);
        OtherTaxBase = invoiceTax ? Money.Vat.OtherTaxBase(invoiceDate, TaxBase) : 0;
        Vat = invoiceTax ? Money.Vat.OfLine(invoiceDate, OtherTaxBase) : 0;
    }

    /// <summary>The same line for another invoice.</summary>
    public InvoiceLine Copy() => new()
    {
        Position = Position, Name = Name, Quantity = Quantity, Unit = Unit, Price = Price, Discount = Discount,
    };
}
