using CsCheck;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Core.Domain.TaxOffice.Codes;

namespace FaspayBilling.Tests.Properties;

/// <summary>Invoices as somebody could type them: every one of them passes the form's rules.</summary>
internal static class Generated
{
    private static readonly DateOnly[] Turns =
    [
        new(2020, 1, 1), new(2022, 3, 31), new(2022, 4, 1), new(2024, 12, 31), new(2025, 1, 1), new(2025, 1, 31), new(2025, 2, 1),
        new(2025, 5, 21), new(2025, 5, 22), new(2026, 11, 16),
    ];

    /// <summary>Days since 2020, and those around which the law changed oftener.</summary>
    public static readonly Gen<DateOnly> Day = Gen.Frequency(
        (1, Gen.OneOf(Turns)),
        (2, Gen.Int[0, 2_511].Select(days => new DateOnly(2020, 1, 1).AddDays(days))));

    // Cents, the everyday, and thousands of millions; often a round sum.
    private static readonly Gen<decimal> Price = Gen.Frequency(
        (1, Gen.Long[1, 99_999].Select(sen => sen / 100m)),
        (2, Gen.Long[1, 9_999].Select(thousand => thousand * 1_000m)),
        (2, Gen.Long[1, 99_999_999].Select(rupiah => (decimal)rupiah)),
        (1, Gen.Long[100, 99_999_999_999].Select(sen => sen / 100m)));

    private static readonly Gen<decimal> LuxuryRate = Gen.Frequency(
        (2, Gen.Const(0m)), (1, Gen.Int[1, 200].Select(percent => (decimal)percent)), (1, Gen.Int[1, 20_000].Select(p => p / 100m)));

    /// <summary>An invoice of that day; its quantities have at most so many decimals.</summary>
    public static Gen<InvoiceContent> Content(Gen<DateOnly> days, int decimals, bool luxury = true) =>
        from day in days
        from code in Gen.OneOf([.. TransactionCodes.All])
        from rate in Rate(code, day)
        from lines in Line(decimals, luxury).Array[1, 8].Where(ComeToSomething)
        let facility = TaxFacilities.NeededBy(code)
        select TestInvoice.Content with
        {
            InvoiceDate = day,
            DueDate = day.AddDays(30),
            TransactionCode = code,
            EffectiveVatRate = rate,
            AdditionalInfo = facility ? "TD.00509" : null,
            FacilityStamp = facility ? "TD.01109" : null,
            Lines = lines,
        };

    // What comes to nothing is no invoice.
    private static bool ComeToSomething(InvoiceLineInput[] lines) =>
        lines.Sum(l => InvoiceLine.GrossOf(l.Price!.Value, l.Quantity!.Value) - l.Discount) >= 1;

    private static Gen<decimal?> Rate(string code, DateOnly day)
    {
        if (!Vat.AsksForRate(code, day))
        {
            return Gen.Const((decimal?)null);
        }

        var some = Gen.Int[1, day < new DateOnly(2022, 4, 1) ? 1_000 : 1_100].Select(hundredths => (decimal?)(hundredths / 100m));
        return code == TransactionCodes.SpecifiedAmount ? some : Gen.OneOf(some, Gen.Const((decimal?)null));
    }

    private static Gen<InvoiceLineInput> Line(int decimals, bool luxury) =>
        from price in Price
        from parts in Gen.Frequency((2, Gen.Long[1, 20].Select(n => n * 10_000)), (1, Gen.Long[1, 200_000]))
        from perMille in Gen.Frequency((3, Gen.Const(0)), (1, Gen.Int[0, 1_000]))
        from isLuxury in luxury ? Gen.Frequency((3, Gen.Const(false)), (1, Gen.Const(true))) : Gen.Const(false)
        from rate in LuxuryRate
        let quantity = Math.Max(decimal.Round(parts / 10_000m, decimals), 0.01m)
        let gross = InvoiceLine.GrossOf(price, quantity)
        select InvoiceLineInput.Empty with
        {
            Name = "Barang",
            Price = price,
            Quantity = quantity,
            Discount = decimal.Floor(gross * perMille / 10m) / 100m,
            Luxury = isLuxury,
            LuxuryTaxRate = isLuxury ? rate : 0,
        };
}
