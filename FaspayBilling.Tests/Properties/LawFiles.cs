using System.Globalization;
using System.Numerics;
using System.Xml;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Lines;

namespace FaspayBilling.Tests.Properties;

/// <summary>Reads the tax office's files with a reader of its own and holds each amount against <see cref="Law"/>.</summary>
internal static class LawFiles
{
    /// <summary>The law of an invoice's day and code, or of another day: a credit note keeps to its invoice's.</summary>
    public static Law LawOf(Invoice invoice, DateOnly? day = null) => new(
        day ?? invoice.InvoiceDate,
        invoice.InvoiceTax ? invoice.TransactionCode : null,
        invoice.EffectiveVatRate is { } rate ? Law.Exactly(rate, 100) : null);

    public static IReadOnlyList<LawLine> LinesOf(Invoice invoice, DateOnly? day = null) =>
        [.. invoice.Lines.OrderBy(l => l.Position).Select(l => LawOf(invoice, day).Of(Sold(l)))];

    /// <summary>The file as the tax office's importer sees it: 3, three heads, one FK for each invoice in order, its OF below it.</summary>
    public static void CsvShouldBeLawful(string file, IReadOnlyList<Invoice> invoices)
    {
        file.Should().EndWith("\n").And.NotContain("\r");
        var records = file[..^1].Split('\n').Select(Fields).ToList();
        records.Take(3).Select(r => (r[0], r.Length)).Should().Equal(("FK", 20), ("LT", 14), ("OF", 11));
        var at = 3;
        foreach (var invoice in invoices)
        {
            var lines = records.GetRange(at + 1, invoice.Lines.Count);
            FkShouldBeLawful(records[at], lines, invoice);
            at += 1 + lines.Count;
        }

        records.Should().HaveCount(at);
    }

    /// <summary>2.5: every line by itself in two decimals.</summary>
    public static void XmlShouldBeLawful(string file, IReadOnlyList<Invoice> invoices)
    {
        var document = new XmlDocument();
        document.LoadXml(file);
        var fakturs = document.SelectNodes("/TaxInvoiceBulk/ListOfTaxInvoice/TaxInvoice")!.Cast<XmlElement>().ToList();
        fakturs.Should().HaveCount(invoices.Count);
        foreach (var (faktur, invoice) in fakturs.Zip(invoices))
        {
            (faktur["RefDesc"]!.InnerText, faktur["TrxCode"]!.InnerText, faktur["TaxInvoiceDate"]!.InnerText).Should().Be(
                (invoice.Number, invoice.TransactionCode!, invoice.InvoiceDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
            var written = faktur.SelectNodes("ListOfGoodService/GoodService")!.Cast<XmlElement>().ToList();
            written.Should().HaveCount(invoice.Lines.Count);
            foreach (var (line, (sold, law)) in written.Zip(invoice.Lines.OrderBy(l => l.Position).Select(Sold).Zip(LinesOf(invoice))))
            {
                new[] { "Price", "TotalDiscount", "TaxBase", "OtherTaxBase", "VATRate", "VAT", "STLGRate", "STLG" }
                    .Select(name => Sen(line[name]!.InnerText))
                    .Should().Equal(
                        [
                            sold.Price, sold.Discount, law.Price, law.OtherBase, 100 * LawOf(invoice).Percent, law.Vat, sold.LuxuryRate,
                            law.LuxuryTax
                        ],
                        invoice.Number);
                (Sen(line["Qty"]!.InnerText) * 100).Should().Be(sold.Quantity);
            }
        }
    }

    private static void FkShouldBeLawful(string[] fk, List<string[]> of, Invoice invoice)
    {
        var (law, lines) = (LawOf(invoice), LinesOf(invoice));
        (fk[0], fk[1], fk[2], fk[3], fk[4], fk[5]).Should().Be((
            "FK",
            invoice.TransactionCode!,
            "0",
            invoice.TaxNumber!.Value.Digits,
            Text(invoice.InvoiceDate.Month),
            Text(invoice.InvoiceDate.Year)));
        fk[6].Should().Be(invoice.InvoiceDate.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture));

        // 4: the base to the nearest rupiah, the taxes by the day's rule, and the head is the sum of what stands below it.
        var exact = lines.Select(law.Dpp).ToList();
        Whole(fk[10]).Should().Be(Law.HalfUp(exact.Aggregate(BigInteger.Add), 100), invoice.Number);
        Whole(fk[11]).Should().Be(law.WholeTax(Law.Sum(lines, l => l.Vat)), invoice.Number);
        Whole(fk[12]).Should().Be(law.WholeTax(Law.Sum(lines, l => l.LuxuryTax)), invoice.Number);
        fk[14..18].Should().AllBe("0");
        fk[18].Should().Be(invoice.Number);
        ColumnShouldAddUp(of, 7, Whole(fk[10]), exact);
        ColumnShouldAddUp(of, 8, Whole(fk[11]), [.. lines.Select(l => l.Vat)]);
        ColumnShouldAddUp(of, 10, Whole(fk[12]), [.. lines.Select(l => l.LuxuryTax)]);
        foreach (var (line, (sold, expected)) in of.Zip(invoice.Lines.OrderBy(l => l.Position).Select(Sold).Zip(lines)))
        {
            (line[0], Sen(line[3]), Parts(line[4], 4), Sen(line[5]), Sen(line[6]), Sen(line[9])).Should().Be(
                ("OF", sold.Price, sold.Quantity, expected.Gross, sold.Discount, sold.LuxuryRate));
        }
    }

    // A line gives way by less than a rupiah, and only one that has a fraction.
    private static void ColumnShouldAddUp(List<string[]> of, int column, BigInteger head, List<BigInteger> exact)
    {
        var written = of.Select(l => Sen(l[column])).ToList();
        written.Aggregate(BigInteger.Add).Should().Be(head * 100);
        foreach (var (line, should) in written.Zip(exact))
        {
            (line >= 0 && (should % 100 == 0 ? line == should : BigInteger.Abs(line - should) < 100))
                .Should().BeTrue($"{line} sen stand for {should} in column {column}");
        }
    }

    private static SoldLine Sold(InvoiceLine line) => new(
        Law.Sen(line.Price), Law.Exactly(line.Quantity, 10_000), Law.Sen(line.Discount), line.Luxury, Law.Sen(line.LuxuryTaxRate));

    private static string[] Fields(string record)
    {
        record.Should().StartWith("\"").And.EndWith("\"");
        return [.. record[1..^1].Split("\",\"").Select(f => f.Replace("\"\"", "\"", StringComparison.Ordinal))];
    }

    private static BigInteger Whole(string text) => BigInteger.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static BigInteger Sen(string text) => Parts(text, 2);

    // Digits, and after one full stop at most so many more: no sign, no grouping.
    private static BigInteger Parts(string text, int decimals)
    {
        var halves = text.Split('.');
        var fraction = halves.Length == 2 ? halves[1] : "";
        (halves.Length <= 2 && fraction.Length <= decimals).Should().BeTrue($"{text} has at most {decimals} decimals");
        return Whole(halves[0] + fraction.PadRight(decimals, '0'));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
