using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Domain.TaxOffice;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Tests.Domain.Shared;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Domain.TaxOffice;

public sealed class ExportProblemsTests
{
    private const TaxChannel Csv = TaxChannel.Desktop;
    private const TaxChannel Xml = TaxChannel.Coretax;

    /// <summary>What is done to an invoice that can be exported, and what each file then says.</summary>
    public static TheoryData<string, Case, string, string> Invoices => new()
    {
        { "nothing", new(), "", "" },
        { "without a number", new() { Numbered = false }, "no-number", "" },
        { "without Invoice Tax", new() { Taxed = false, Numbered = false }, "not-taxed no-number", "not-taxed" },
        { "cancelled", new() { After = i => i.Cancel(Sample.Now, null) }, "not-issued", "not-issued" },
        { "without a code", new() { Before = Coded(null) }, "code-missing", "code-missing" },
        { "06 since 2025", new() { Before = Coded("06") }, "code-not-in-desktop", "" },
        { "06 before 2025", new() { Date = "2024-12-31", Before = Coded("06") }, "", "before-coretax" },
        { "07 since 2025", new() { Before = Facility("07", "TD.00527", "TD.01127") }, "code-not-in-desktop", "" },
        { "07 before 2025", new() { Date = "2024-12-31", Before = Facility("07", "TD.00501", "TD.01101") }, "", "before-coretax" },
        { "08", new() { Before = Facility("08", "TD.00510", "TD.01110") }, "", "" },
        { "08 without a facility", new() { Before = Facility("08", null, null) }, "facility", "facility" },
        { "08 with a stamp of another facility", new() { Before = Facility("08", "TD.00501", "TD.01102") }, "facility", "facility" },
        { "08 with a facility of 07", new() { Before = Facility("08", "TD.00511", "TD.01111") }, "facility", "facility" },
        { "08 with codes the wrong way round", new() { Before = Facility("08", "TD.01101", "TD.00501") }, "facility", "facility" },
        {
            "04 with a facility",
            new() { Before = Facility("04", "TD.00501", "TD.01101") },
            "facility-without-code",
            "facility-without-code"
        },
        { "04 with a stamp only", new() { Before = Facility("04", null, "TD.01101") }, "facility-without-code", "facility-without-code" },
        { "01 without luxury since 2025", new() { Before = Coded("01") }, "code-luxury", "code-luxury" },
        { "01 with luxury since 2025", new() { Before = Coded("01"), Lines = [TaxSample.Line(luxury: true)] }, "", "" },
        {
            "01 with luxury and other goods",
            new()
            {
                Before = Coded("01"),
                Lines = [TaxSample.Line(luxury: true), TaxSample.Line(position: 2)]
            },
            "code-luxury",
            "code-luxury"
        },
        { "01 before 2025", new() { Date = "2024-12-31", Before = Coded("01") }, "", "before-coretax" },
        { "04 with luxury", new() { Lines = [TaxSample.Line(luxury: true)] }, "code-luxury", "code-luxury" },
        { "05 before April 2022", new() { Date = "2022-03-31", Before = Coded("05") }, "code-too-early", "before-coretax code-too-early" },
        { "10 before 2025", new() { Date = "2024-12-31", Before = Coded("10") }, "code-too-early", "before-coretax code-too-early" },
        { "10 since 2025", new() { Before = Coded("10") }, "", "" },
        { "a line without a name", new() { Lines = [TaxSample.Line("🧾")] }, "line-name", "" },
        { "a line of blanks", new() { Lines = [TaxSample.Line(" \n ")] }, "line-name", "line-name" },
        {
            "a line that takes off",
            new() { Lines = [TaxSample.Line(), TaxSample.Line(price: -1, position: 2)] },
            "line-amount",
            "line-amount"
        },
        { "three decimals of a quantity", new() { Lines = [TaxSample.Line(quantity: 1.125m)] }, "", "line-decimals" },
        { "a unit of nobody", new() { Lines = [TaxSample.Line(unit: "UM.0040")] }, "", "line-unit" },
        { "no unit", new() { Lines = [TaxSample.Line(unit: "")] }, "", "" },
        { "a service code of nobody", new() { Lines = [TaxSample.Line(goods: "999999")] }, "", "line-code" },
        { "approved by Coretax", new() { After = ReadBack(CoretaxStatus.Approved) }, "", "" },
        { "cancelled at Coretax", new() { After = ReadBack(CoretaxStatus.Canceled) }, "in-coretax", "in-coretax" },
        { "rejected by Coretax", new() { After = ReadBack(CoretaxStatus.Rejected) }, "", "" },
    };

    public static TheoryData<string, Action<Customer>, string, string> Customers => new()
    {
        { "no NPWP", c => c.Npwp = "", "buyer-npwp", "buyer-npwp" },
        { "14 digits", c => c.Npwp = "12345678901234", "buyer-npwp", "buyer-npwp" },
        { "16 digits", c => c.Npwp = "0026015362054000", "", "" },
        { "no NIK", c => (c.Npwp, c.Document) = ("", BuyerIdType.NationalId), "buyer-nik", "buyer-nik" },
        { "a short NIK", c => (c.Npwp, c.Document, c.DocumentNumber) = ("", BuyerIdType.NationalId, "317101"), "buyer-nik", "buyer-nik" },
        { "a NIK", c => (c.Npwp, c.Document, c.DocumentNumber) = ("", BuyerIdType.NationalId, "3171012505800001"), "", "" },
        { "no passport", c => (c.Npwp, c.Document) = ("", BuyerIdType.Passport), "buyer-document", "buyer-document" },
        { "a passport", c => (c.Npwp, c.Document, c.DocumentNumber) = ("", BuyerIdType.Passport, "A1234567"), "", "" },
        {
            "no number of another document",
            c => (c.Document, c.DocumentNumber) = (BuyerIdType.OtherId, " "),
            "buyer-document",
            "buyer-document"
        },
        { "no name", c => (c.Name, c.NpwpName) = (" ", ""), "buyer-name", "buyer-name" },
        { "only the customer's own name", c => c.NpwpName = "", "", "" },
        { "no address", c => c.NpwpAddress = "", "buyer-address", "buyer-address" },
        { "only the customer's own address", c => (c.NpwpAddress, c.Address) = ("", "Jakarta"), "", "" },
        { "a NITKU of somebody else", c => c.Nitku = "0013825647609000000000", "", "buyer-nitku" },
        { "a short NITKU", c => c.Nitku = "00260153620540000000", "", "buyer-nitku" },
        { "its own NITKU", c => c.Nitku = "0026015362054000000001", "", "" },
        { "a country of two letters", c => c.Country = "ID", "", "buyer-country" },
    };

    public static TheoryData<string, Action<Merchant>, string, string> Merchants => new()
    {
        { "no NPWP", m => (m.Npwp, m.Nitku) = ("", ""), "seller-npwp", "seller-npwp seller-nitku" },
        { "no NITKU", m => m.Nitku = "", "", "seller-nitku" },
        { "a NITKU of another NPWP", m => m.Npwp = "013825647609000", "", "seller-nitku" },
    };

    [Theory, MemberData(nameof(Invoices))]
    public void An_invoice_says_what_keeps_it_out_of_each_file(string what, Case spoilt, string csv, string xml)
    {
        var invoice = spoilt.Invoice();

        Codes(Csv, invoice).Should().Be(csv, what);
        Codes(Xml, invoice).Should().Be(xml, what);
        Problems(Csv, TaxSample.Merchant(), TaxSample.Customer(), invoice).Should().NotContain(p => p.Place != ProblemLocation.Invoice);
    }

    [Theory, MemberData(nameof(Customers))]
    public void A_customer_says_what_keeps_its_invoices_out_of_each_file(string what, Action<Customer> spoil, string csv, string xml)
    {
        var customer = TaxSample.Customer(spoil);

        Codes(Csv, TaxSample.Invoice(), customer).Should().Be(csv, what);
        Codes(Xml, TaxSample.Invoice(), customer).Should().Be(xml, what);
        Problems(Xml, TaxSample.Merchant(), customer, TaxSample.Invoice()).Should().NotContain(p => p.Place != ProblemLocation.Customer);
    }

    [Theory, MemberData(nameof(Merchants))]
    public void A_merchant_says_what_keeps_its_invoices_out_of_each_file(string what, Action<Merchant> spoil, string csv, string xml)
    {
        var merchant = TaxSample.Merchant();
        spoil(merchant);

        Codes(Csv, TaxSample.Invoice(), merchant: merchant).Should().Be(csv, what);
        Codes(Xml, TaxSample.Invoice(), merchant: merchant).Should().Be(xml, what);
        Problems(Xml, merchant, TaxSample.Customer(), TaxSample.Invoice()).Should().NotContain(p => p.Place != ProblemLocation.Merchant);
    }

    [Fact]
    public void All_problems_are_told_at_once()
    {
        var invoice = new Case
        { Numbered = false, Before = Coded("01"), Lines = [TaxSample.Line(" ")] }
            .Invoice();

        Codes(Csv, invoice, TaxSample.Customer(c => (c.Npwp, c.NpwpAddress) = ("", "")))
            .Should().Be("no-number code-luxury line-name buyer-npwp buyer-address");
    }

    [Fact]
    public void Desktop_says_why_it_takes_no_06()
    {
        var problem = Problems(
            Csv, TaxSample.Merchant(), TaxSample.Customer(), TaxSample.Invoice(Coded("06")))
            .Single();

        problem.Message.Sentence().Should().Be(
            "e-Faktur Desktop takes no code 06 for invoices from 2025 on (KEP-54/PJ/2025). Export it as Coretax XML.");
    }

    [Theory]
    [InlineData(DocumentType.Invoice, "")]
    [InlineData(DocumentType.DebitNote, "")]
    [InlineData(DocumentType.CreditNote, "no-tax-invoice")]
    [InlineData(DocumentType.SelfBilledInvoice, "no-tax-invoice")]
    public void Only_invoices_and_debit_notes_are_tax_invoices(DocumentType type, string expected)
    {
        var note = new TestInvoice
        {
            Number = "INV-FPY-112600002",
            Type = type,
            Lines = [TaxSample.Line()],
        }.Issued();
        note.With((nameof(Invoice.TaxNumber), Sample.Number(TaxSample.Number)));

        Codes(Csv, note).Should().Be(expected);
    }

    [Fact]
    public void A_draft_cannot_be_exported() => Codes(Xml, new TestInvoice().Draft()).Should().Be("not-issued");

    [Fact]
    public void An_invoice_without_lines_cannot_be_exported()
    {
        var invoice = new TestInvoice().Draft();
        invoice.Bill([]);

        Codes(Xml, invoice).Should().Be("not-issued no-lines");
    }

    private static IReadOnlyList<ExportProblem> Problems(TaxChannel channel, Merchant merchant, Customer customer, Invoice invoice) =>
        ExportProblems.Of(channel, merchant, customer, invoice, (kind, code) => kind == LineKind.Service && code == "000000");

    private static string Codes(TaxChannel channel, Invoice invoice, Customer? customer = null, Merchant? merchant = null) =>
        string.Join(
            ' ', Problems(channel, merchant ?? TaxSample.Merchant(), customer ?? TaxSample.Customer(), invoice).Select(p => p.Code));

    private static Action<Invoice> Coded(string? code) => i => i.With((nameof(Invoice.TransactionCode), code));

    private static Action<Invoice> ReadBack(CoretaxStatus status) =>
        i => i.With((nameof(Invoice.CoretaxNumber), "04002600000000001"), (nameof(Invoice.CoretaxStatus), status));

    private static Action<Invoice> Facility(string code, string? info, string? stamp) =>
        i => i.With(
            (nameof(Invoice.TransactionCode), code), (nameof(Invoice.AdditionalInfo), info), (nameof(Invoice.FacilityStamp), stamp));

    /// <summary>An invoice that can be exported, spoilt in one way.</summary>
    public sealed record Case
    {
        public string Date { get; init; } = "2026-11-16";

        public bool Taxed { get; init; } = true;

        public bool Numbered { get; init; } = true;

        public Action<Invoice>? Before { get; init; }

        public Action<Invoice>? After { get; init; }

        public InvoiceLine[] Lines { get; init; } = [TaxSample.Line()];

        public Invoice Invoice()
        { var invoice = TaxSample.Invoice(Before, Sample.Day(Date), Taxed, Numbered, Lines); After?.Invoke(invoice); return invoice; }
    }
}
