using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Formats.Pdf;

namespace FaspayBilling.Tests.Formats.Pdf;

/// <summary>Invoices to print, without a database.</summary>
internal static class GivenDocument
{
    /// <summary>A transparent picture of one point.</summary>
    public static byte[] Png =>
        Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    /// <summary>A taxed invoice of 2026 with two lines.</summary>
    public static InvoicePdfModel Taxed() => new()
    {
        Language = Language.English,
        Title = InvoiceTitle.Invoice,
        Merchant = new("PT Media Indonusa", "Jl. Kebon Jeruk Raya 12\nJakarta Barat 11530", "022732101075000", "0022732101075000000000"),
        Customer = new("PT Pelanggan Setia", "Jl. Merdeka 1, Bandung 40111", "026015362054000", Email: "finance@pelanggan.example"),
        Number = "INV-FPY-112600042",
        InvoiceDate = new(2026, 11, 16),
        Due = new(2026, 12, 16, 16, 59, 59, DateTimeKind.Utc),
        TaxNumber = "040.000-26.00000042",
        Subject = "Services of November",
        Lines =
        [
            new("Payment gateway service", 2.5m, "month", 10_000_000m, 500_000m, 24_500_000m),
            new("Settlement report", 1, "", 25_500_000m, 0, 25_500_000m)
        ],
        InvoiceTax = true,
        TransactionCode = "04",
        TaxBase = 50_000_000m,
        OtherTaxBase = 45_833_333.33m,
        Vat = 5_500_000m,
        Total = 55_500_000m,
        Outstanding = 55_500_000m,
        PaymentInstructions = "Bank Central Asia 123 456 7890\na.n. PT Media Indonusa",
        Notes = "Please name the invoice number when you pay.",
    };

    /// <summary>The same with so many lines.</summary>
    public static InvoicePdfModel Long(int lines) => Taxed() with
    {
        Lines = [.. Enumerable.Range(1, lines).Select(i => new DocumentLine($"Item {i} of a long list", i, "pcs", 1_000m, 0, 1_000m * i))],
    };

    /// <summary>Everything as long as the product lets it be.</summary>
    public static InvoicePdfModel Crowded(Random random)
    {
        string Words(int length) =>
            string.Concat(Enumerable.Range(0, length).Select(_ => random.Next(9) == 0 ? ' ' : (char)('A' + random.Next(26))));
        decimal Amount() => Math.Round((decimal)random.NextDouble() * (decimal)Math.Pow(10, random.Next(1, 15)), 2);
        var document = Taxed() with
        {
            Language = random.Next(2) == 0 ? Language.English : Language.Indonesian,
            Merchant = new(Words(200), Words(random.Next(500)), "0022732101075000", "0022732101075000000000"),
            Customer = new(Words(255), Words(random.Next(500)), "026015362054000", Email: Words(100).Replace(' ', '.')),
            Subject = Words(random.Next(300)),
            Notes = Words(random.Next(2_000)),
            PaymentInstructions = Words(random.Next(2_000)),
            CoretaxNumber = "04002600123456789",
            RefersTo = "INV-FPY-112600041",
            Lines =
            [
                .. Enumerable.Range(0, random.Next(1, 60)).Select(_ => new DocumentLine(
                    Words(random.Next(1, 300)), Amount(), Words(random.Next(40)), Amount(), random.Next(2) * Amount(), Amount(), true, 20))
            ],
            Vat = Amount(),
            OtherTaxBase = Amount(),
            TaxBase = Amount(),
            LuxuryTax = Amount(),
            Total = Amount(),
            Paid = Amount(),
            Deducted = Amount(),
            Outstanding = Amount(),
        };
        return document with { Logo = random.Next(2) == 0 ? Png : null };
    }
}
