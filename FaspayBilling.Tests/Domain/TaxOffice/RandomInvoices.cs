using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Domain.TaxOffice;

/// <summary>
/// Invoices as no clerk would think of: of all days and codes since 2020, with odd prices, quantities, discounts and luxuries. The same
/// ones every time.
/// </summary>
internal static class RandomInvoices
{
    private static readonly DateOnly First = new(2020, 1, 1);
    private static readonly string[] Names =
    [
        "Jasa konsultasi", "Kertas \"A4\", 80 g; isi 500", "Baris\nkedua\r\ndan tab\t di sini", "Mur & baut <M8>", "Kopi 'Gayo' – 1 kg",
        "Emoji 🧾 di tengah", "Nol \u0000 dan bel \u0007", new string('x', 300), "\"", "a,b;c|d", "Äpfel – 東京 – ﷼",
        "Setengah \ud83d pasangan",
    ];

    public static IEnumerable<(Invoice Invoice, Customer Customer)> Make(int count, int seed, int quantityDecimals)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            yield return (Invoice(random, i, quantityDecimals), Customer(random));
        }
    }

    private static Invoice Invoice(Random random, int index, int quantityDecimals)
    {
        var date = First.AddDays(random.Next(365 * 7));
        var lines = Enumerable.Range(1, random.Next(1, 13)).Select(position => Line(random, position, quantityDecimals)).ToArray();
        return TaxSample.Invoice(
            i =>
            {
                var code = TransactionCodes.All[random.Next(TransactionCodes.All.Count)];
                var facility = TaxFacilities.NeededBy(code);
                i.With(
                    (nameof(i.TransactionCode), code),
                    (nameof(i.AdditionalInfo), facility ? "TD.00509" : null),
                    (nameof(i.FacilityStamp), facility ? "TD.01109" : null),
                    (nameof(i.SupportingDocument), $"DOC {index}"));
            },
            date, lines: lines);
    }

    private static InvoiceLine Line(Random random, int position, int quantityDecimals)
    {
        // From single rupiah with cents to thousands of millions.
        var price = decimal.Round((decimal)Math.Pow(10, random.NextDouble() * 9), random.Next(3));
        var quantity = Math.Max(
            0.01m, decimal.Round((decimal)Math.Pow(10, random.NextDouble() * 3) / 10, random.Next(quantityDecimals + 1)));
        return new()
        {
            Position = position,
            Name = Names[random.Next(Names.Length)],
            Price = price,
            Quantity = quantity,
            Discount = random.Next(4) == 0
                ? decimal.Round(price * quantity * (decimal)random.NextDouble(), random.Next(3), MidpointRounding.ToZero)
                : 0,
            Luxury = random.Next(5) == 0,
            LuxuryTaxRate = random.Next(6) == 0 ? random.Next(1, 13) * 10m : 0,
            Kind = (LineKind)random.Next(2),
            UnitCode = random.Next(3) == 0 ? "" : $"UM.{random.Next(1, 40):D4}",
        };
    }

    private static Customer Customer(Random random) => TaxSample.Customer(c =>
    {
        c.NpwpName = Names[random.Next(Names.Length)];
        c.NpwpAddress = Names[random.Next(Names.Length)];
        c.Document = (BuyerIdType)random.Next(4);
        c.DocumentNumber = c.Document == BuyerIdType.Tin ? "" : "3171012505800001";
    });
}
