using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.TaxOffice;
using FaspayBilling.Tests.Domain.Shared;

namespace FaspayBilling.Tests.Domain.TaxOffice;

/// <summary>What a merchant's channel cannot take of an invoice, told while the invoice can still be changed.</summary>
public sealed class ContentProblemsTests
{
    private static readonly InvoiceLineInput Line = InvoiceLineInput.Empty with { Name = "Hosting", Price = 1_000_000 };
    private static readonly InvoiceLineInput Luxury = Line with { Kind = LineKind.Goods, Luxury = true };

    private static readonly InvoiceContent Good = InvoiceContent.Empty with
    {
        CustomerId = 7,
        InvoiceDate = Sample.Today,
        DueDate = Sample.Today,
        InvoiceTax = true,
        TransactionCode = "04",
        Lines = [Line],
    };

    /// <summary>What is typed, and what Desktop, Coretax and both ways say: code at field.</summary>
    public static TheoryData<string, InvoiceContent, bool, string, string, string> Table => new()
    {
        { "plain", Good, false, "", "", "" },
        { "01 without luxury", Good with { TransactionCode = "01" }, false, "code-luxury@TransactionCode", "=", "=" },
        { "01 with luxury", Good with { TransactionCode = "01", Lines = [Luxury] }, false, "", "", "" },
        { "04 with luxury", Good with { Lines = [Luxury] }, false, "code-luxury@TransactionCode", "=", "=" },
        { "04 with luxury and others", Good with { Lines = [Luxury, Line] }, false, "code-luxury@TransactionCode", "=", "=" },
        { "02 with luxury and others", Good with { TransactionCode = "02", Lines = [Luxury, Line] }, false, "", "", "" },
        {
            "January 2025, 04 with luxury, a consumer",
            Good with { InvoiceDate = new(2025, 1, 31), Lines = [Luxury] }, true, "", "", ""
        },
        {
            "January 2025, 04 with luxury and others, a consumer",
            Good with { InvoiceDate = new(2025, 1, 31), Lines = [Luxury, Line] }, true, "", "", ""
        },
        {
            "January 2025, 01 with luxury, a consumer",
            Good with { InvoiceDate = new(2025, 1, 1), TransactionCode = "01", Lines = [Luxury] },
            true,
            "code-luxury@TransactionCode",
            "=",
            "="
        },
        {
            "January 2025, 04 with luxury, a company",
            Good with { InvoiceDate = new(2025, 1, 31), Lines = [Luxury] }, false, "code-luxury@TransactionCode", "=", "="
        },
        {
            "February 2025, 04 with luxury, a consumer",
            Good with { InvoiceDate = new(2025, 2, 1), Lines = [Luxury] }, true, "code-luxury@TransactionCode", "=", "="
        },
        { "06 since 2025", Good with { TransactionCode = "06" }, false, "code-not-in-desktop@TransactionCode", "", "" },
        {
            "07 since 2025",
            Good with { TransactionCode = "07", AdditionalInfo = "TD.00527", FacilityStamp = "TD.01127" },
            false,
            "code-not-in-desktop@TransactionCode",
            "",
            ""
        },
        {
            "05 before April 2022",
            Good with { TransactionCode = "05", EffectiveVatRate = 1, InvoiceDate = new(2022, 3, 31) },
            false,
            "code-too-early@TransactionCode",
            "before-coretax@InvoiceDate code-too-early@TransactionCode",
            "code-too-early@TransactionCode before-coretax@InvoiceDate"
        },
        { "05 without a rate", Good with { TransactionCode = "05" }, false, "effective-rate@EffectiveVatRate", "=", "=" },
        { "05 with a rate", Good with { TransactionCode = "05", EffectiveVatRate = 1.1m }, false, "", "", "" },
        {
            "before 2025",
            Good with { InvoiceDate = new(2024, 12, 31), TransactionCode = "01" }, false, "", "before-coretax@InvoiceDate", ""
        },
        {
            "a quantity of three decimals",
            Good with { Lines = [Line, Line with { Quantity = 1.125m }] }, false, "", "line-decimals@Lines[1].Quantity", ""
        },
        {
            "a code that is not listed",
            Good with { Lines = [Line, Line with { GoodsCode = "999999" }] }, false, "", "line-code@Lines[1].GoodsCode", ""
        },
        { "a name of emoji only", Good with { Lines = [Line with { Name = "🧾" }] }, false, "line-name@Lines[0].Name", "", "" },
        {
            "a name of an emoji with its variation only",
            Good with { Lines = [Line with { Name = "\ud83c\udff7\ufe0f" }] }, false, "line-name@Lines[0].Name", "", ""
        },
        {
            "a name of invisible signs only",
            Good with { Lines = [Line with { Name = "\u200b\u2060" }] }, false, "line-name@Lines[0].Name", "=", "="
        },
        {
            "06 and three decimals: neither way is open",
            Good with { TransactionCode = "06", Lines = [Line with { Quantity = 1.125m }] },
            false,
            "code-not-in-desktop@TransactionCode",
            "line-decimals@Lines[0].Quantity",
            "code-not-in-desktop@TransactionCode line-decimals@Lines[0].Quantity"
        },
    };

    [Theory, MemberData(nameof(Table))]
    public void Each_channel_says_what_it_cannot_take_and_where_it_is_mended(
        string what, InvoiceContent input, bool consumer, string csv, string xml, string both)
    {
        Said(TaxChannel.Desktop, input, consumer).Should().Be(csv, what);
        Said(TaxChannel.Coretax, input, consumer).Should().Be(xml == "=" ? csv : xml, what);
        Said(TaxChannel.Both, input, consumer).Should().Be(both == "=" ? csv : both, what);
    }

    [Theory, MemberData(nameof(Table))]
    public void The_export_says_the_same_of_the_invoice_once_it_is_issued(
        string what, InvoiceContent input, bool consumer, string csv, string xml, string both)
    {
        _ = both;
        var invoice = new Invoice { MerchantId = 1, Number = "INV-FPY-112600001" };
        invoice.Write(input, "PT Maju", consumer ? "" : "026015362054000");
        invoice.Issue(Sample.Now, Sample.DocumentId, windowHours: null, documentWindowHours: 72);
        invoice.Give(Sample.Number(TaxSample.Number));
        foreach (var (file, said) in new[] { (TaxChannel.Desktop, csv), (TaxChannel.Coretax, xml == "=" ? csv : xml) })
        {
            Joined(ExportProblems.Of(file, TaxSample.Merchant(), TaxSample.Customer(), invoice, Knows)).Should().Be(said, what);
        }
    }

    [Fact]
    public void Before_it_has_a_date_nothing_is_said() => TaxContent.Of(Good with { InvoiceDate = null }, false).Should().BeNull();

    private static string Said(TaxChannel channel, InvoiceContent input, bool consumer) =>
        Joined(ContentProblems.OfChannel(channel, TaxContent.Of(input, consumer)!, Knows));

    private static string Joined(IEnumerable<ExportProblem> problems) => string.Join(' ', problems.Select(p => $"{p.Code}@{p.Field}"));

    private static bool Knows(LineKind kind, string code) => code == "000000";
}
