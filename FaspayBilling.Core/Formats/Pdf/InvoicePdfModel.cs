using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Formats.Pdf;

/// <summary>All that stands on an invoice's PDF; amounts in rupiah.</summary>
public sealed record InvoicePdfModel
{
    public required Language Language { get; init; }

    public required InvoiceTitle Title { get; init; }

    public required DocumentParty Merchant { get; init; }

    public required DocumentParty Customer { get; init; }

    /// <summary>A PNG or JPG; null without. One that cannot be read is left out.</summary>
    public byte[]? Logo { get; init; }

    /// <summary>Invoice No.</summary>
    public required string Number { get; init; }

    public required DateOnly InvoiceDate { get; init; }

    /// <summary>The day whose VAT rate is named: a credit note's is that of its invoice; null for its own.</summary>
    public DateOnly? TaxDay { get; init; }

    /// <summary>The instant (UTC) after which it is overdue.</summary>
    public required DateTime Due { get; init; }

    /// <summary>The invoice that a note corrects; null without.</summary>
    public string? RefersTo { get; init; }

    /// <summary>E-Faktur No as the tax office writes it, with the transaction code; null without.</summary>
    public string? TaxNumber { get; init; }

    /// <summary>17 digits; null until Coretax gave them.</summary>
    public string? CoretaxNumber { get; init; }

    public string Subject { get; init; } = "";

    public required IReadOnlyList<DocumentLine> Lines { get; init; }

    /// <summary>It carries VAT.</summary>
    public bool InvoiceTax { get; init; }

    /// <summary>Two digits; null without VAT.</summary>
    public string? TransactionCode { get; init; }

    /// <summary>VAT in percent of the price; null where the code asks for none.</summary>
    public decimal? EffectiveVatRate { get; init; }

    public decimal TaxBase { get; init; }

    public decimal OtherTaxBase { get; init; }

    public decimal Vat { get; init; }

    public decimal LuxuryTax { get; init; }

    /// <summary>What brings base and charged tax to the whole rupiah of the total; no line where it is 0.</summary>
    public decimal Rounding { get; init; }

    public decimal Total { get; init; }

    public decimal Paid { get; init; }

    /// <summary>Withholding tax that the customer keeps back.</summary>
    public decimal Deducted { get; init; }

    public decimal Outstanding { get; init; }

    /// <summary>It was never sent.</summary>
    public bool Draft { get; init; }

    public bool Cancelled { get; init; }

    /// <summary>Empty when they are not wanted on the PDF.</summary>
    public string Notes { get; init; } = "";

    public string PaymentInstructions { get; init; } = "";

    /// <summary>Sum of the lines before discounts and tax.</summary>
    public decimal Gross => Lines.Sum(l => l.Amount + l.Discount);

    public decimal Discount => Lines.Sum(l => l.Discount);

    public bool IsPaid => !Cancelled && Title is InvoiceTitle.Invoice or InvoiceTitle.DebitNote && Outstanding <= 0 && Paid > 0;
}

/// <summary>One of the two sides of an invoice; what is unknown is empty.</summary>
public sealed record DocumentParty(string Name, string Address = "", string Npwp = "", string Nitku = "", string Email = "");

/// <summary>One line of an invoice.</summary>
/// <param name="Name">What is billed.</param>
/// <param name="Quantity">With at most four decimals.</param>
/// <param name="Unit">As the invoice prints it; may be empty.</param>
/// <param name="Price">Rupiah a unit.</param>
/// <param name="Discount">Rupiah off the whole line.</param>
/// <param name="Amount">Price times quantity less discount.</param>
/// <param name="Luxury">Taxed on the full price.</param>
/// <param name="LuxuryTaxRate">PPnBM in percent; 0 without.</param>
public sealed record DocumentLine(
    string Name,
    decimal Quantity,
    string Unit,
    decimal Price,
    decimal Discount,
    decimal Amount,
    bool Luxury = false,
    decimal LuxuryTaxRate = 0);
