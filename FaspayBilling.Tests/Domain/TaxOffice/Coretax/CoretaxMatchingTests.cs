using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Core.Domain.TaxOffice.Coretax;
using FaspayBilling.Tests.Domain.Shared;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Domain.TaxOffice.Coretax;

public sealed class CoretaxMatchingTests
{
    private static readonly CoretaxListRow Good = new(
        2, Number("04002600000000001"), "INV-FPY-112600001", CoretaxStatus.Approved, Sample.Today, "PT Maju", "0026015362054000", 1_000_000,
        110_000, new(2026, 11, 1));

    /// <summary>What a row says, and what of it contradicts the invoice.</summary>
    public static TheoryData<string, Func<CoretaxListRow, CoretaxListRow>, string> Rows => new()
    {
        { "the same", r => r, "" },
        { "another buyer", r => r with { BuyerId = "0914728365072000" }, "buyer" },
        { "another document of a buyer", r => r with { BuyerId = "A1234567" }, "buyer" },
        { "zeros for a buyer that has an NPWP", r => r with { BuyerId = "0000000000000000" }, "buyer" },
        { "the buyer's number in 15 digits", r => r with { BuyerId = "02.601.536.2-054.000" }, "" },
        { "the buyer's number with an en dash and odd blanks", r => r with { BuyerId = "02.601.536.2\u2013054.\u00a0000\u200b" }, "" },
        { "another number with an en dash", r => r with { BuyerId = "09.147.283.6\u2013072.000" }, "buyer" },
        { "a number that a spreadsheet shortened", r => r with { BuyerId = "3.17E+015" }, "" },
        { "no buyer's number", r => r with { BuyerId = "" }, "" },
        { "another month", r => r with { Month = new(2026, 12, 1) }, "month" },
        { "another day of the month", r => r with { Date = new(2026, 11, 2) }, "" },
        { "a replacement of another day", r => r with { Number = Number("04012600000000001"), Date = new(2026, 12, 2) }, "" },
        { "another base", r => r with { TaxBase = 900_000 }, "base" },
        { "another VAT", r => r with { Vat = 99_000 }, "vat" },
        { "less than a rupiah apart", r => r with { Vat = 110_000.4m, TaxBase = 999_999.5m }, "" },
        { "amounts that the list does not say", r => r with { Vat = null, TaxBase = null }, "" },
        { "cancelled, with amounts of 0", r => r with { Status = CoretaxStatus.Canceled, Vat = 0, TaxBase = 0 }, "" },
        { "replaced, with other amounts", r => r with { Status = CoretaxStatus.Amended, Vat = 5 }, "" },
        { "another buyer and another VAT", r => r with { BuyerId = "0914728365072000", Vat = 1 }, "buyer vat" },
        { "another E-Faktur No than it holds", r => r with { Number = Number("04009002600000009") }, "other-number" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_contradicts_its_invoice_in(string what, Func<CoretaxListRow, CoretaxListRow> change, string expected)
    {
        what.Should().NotBeEmpty();

        Topics(Judge(TaxSample.Invoice(), change(Good))).Should().Be(expected);
    }

    [Theory]
    [InlineData(CoretaxStatus.Approved, "cancelled")]
    [InlineData(CoretaxStatus.WaitingForAmendment, "cancelled")]
    [InlineData(CoretaxStatus.WaitingForCancellation, "cancelled")]
    [InlineData(CoretaxStatus.Canceled, "")]
    [InlineData(CoretaxStatus.Rejected, "")]
    public void An_invoice_that_is_cancelled_here_must_not_stand_there(CoretaxStatus status, string expected)
    {
        var invoice = TaxSample.Invoice();
        invoice.Cancel(Sample.Now, null);

        Topics(Judge(invoice, Good with { Status = status, Number = Number("04009002600000001") })).Should().Be(expected);
    }

    [Fact]
    public void A_draft_cannot_be_approved_there() =>
        Topics(Judge(new TestInvoice().Draft(), Good)).Should().Be("not-issued");

    [Fact]
    public void A_buyer_without_an_NPWP_is_known_by_zeros_or_by_the_document()
    {
        var customer = TaxSample.Customer(c => (c.Npwp, c.Document, c.DocumentNumber) = ("", BuyerIdType.NationalId, "3273010101900001"));
        var invoice = TaxSample.Invoice().With((nameof(Invoice.CustomerNpwp), ""));

        Topics(Judge(invoice, Good with { BuyerId = "0000000000000000" }, customer)).Should().Be("");
        Topics(Judge(invoice, Good with { BuyerId = "3273010101900001" }, customer)).Should().Be("");
        Topics(Judge(invoice, Good with { BuyerId = "3273010101900002" }, customer)).Should().Be("buyer");
    }

    [Fact]
    public void That_a_spreadsheet_shortened_the_buyers_number_is_told() =>
        Judge(TaxSample.Invoice(), Good with { BuyerId = "2,6015362054E+15" }).Notes.Select(n => n.Sentence()).Should().Equal(
            "The buyer's number “2,6015362054E+15” lost its last digits: a spreadsheet took it for a number. The buyer is not compared.");

    [Fact]
    public void Of_a_family_only_one_tax_invoice_stands_and_a_replaced_one_counts_for_its_replacement()
    {
        var invoice = TaxSample.Invoice();
        var other = Good with { Number = Number("04002600000000002") };

        JudgeAll(invoice, Good, other).Select(Topics).Should().Equal("two-numbers", "two-numbers");
        JudgeAll(invoice, Good with { Status = CoretaxStatus.Canceled }, other).Select(Topics).Should().Equal("", "");
        JudgeAll(invoice, Good with { Status = CoretaxStatus.Rejected }, other).Select(Topics).Should().Equal("", "");
        JudgeAll(invoice, Good, Good with { Number = Number("04012600000000001") }).Select(Topics).Should().Equal("", "");
        JudgeAll(invoice, Good with { Status = CoretaxStatus.Amended }, other).Select(Topics).Should().Equal("two-numbers", "two-numbers");
    }

    [Fact]
    public void One_number_with_two_references_is_a_conflict_in_both_rows()
    {
        var one = With(1, TaxSample.Invoice());
        var two = With(2, TaxSample.Invoice(numbered: false), "INV-FPY-112600002");
        var facts = Facts([one, two]);

        var judged = CoretaxMatching.Judge([Good, Good with { Reference = "INV-FPY-112600002" }], facts);

        judged.Select(Topics).Should().Equal("two-invoices", "two-invoices");
        judged.Select(j => j.Candidates.Count).Should().Equal(2, 2);
    }

    [Fact]
    public void The_holder_of_a_number_is_asked_before_the_reference_is_believed()
    {
        var named = With(1, TaxSample.Invoice(numbered: false));
        var holder = With(2, TaxSample.Invoice(), "INV-FPY-112600002");

        var judged = CoretaxMatching.Judge([Good with { Number = Number("04009002600000001") }], Facts([named, holder])).Single();

        Topics(judged).Should().Be("two-invoices");
        judged.Row.Spent.Should().Be(Sample.Number(TaxSample.Number));
    }

    [Theory]
    [InlineData("INV-FPY-112600009", CoretaxStatus.Approved, "reference")]
    [InlineData("inv/fpy/112600009, PO 4711", CoretaxStatus.Canceled, "reference")]
    [InlineData("INV-FPY-112600008", CoretaxStatus.Approved, "")]
    [InlineData("PO 4711", CoretaxStatus.Approved, "")]
    [InlineData("", CoretaxStatus.Approved, "")]
    [InlineData("INV-FPY-112600009", CoretaxStatus.Rejected, "")]
    public void A_reference_that_names_another_invoice_here_contradicts_the_number(
        string reference, CoretaxStatus status, string expected)
    {
        var untaxed = With(2, TaxSample.Invoice(numbered: false), "INV-FPY-112600009");
        var row = Good with { Number = Number("04009002600000001"), Reference = reference, Status = status };

        var judged = CoretaxMatching.Judge([row], Facts([With(1, TaxSample.Invoice())], others: [untaxed])).Single();

        Topics(judged).Should().Be(expected);
    }

    private static CoretaxJudgement Judge(Invoice invoice, CoretaxListRow row, Customer? customer = null) =>
        CoretaxMatching.Judge([row], Facts([With(1, invoice)], customer)).Single();

    private static IReadOnlyList<CoretaxJudgement> JudgeAll(Invoice invoice, params CoretaxListRow[] rows) =>
        CoretaxMatching.Judge(rows, Facts([With(1, invoice)]));

    private static CoretaxFacts Facts(Invoice[] invoices, Customer? customer = null, params Invoice[] others) =>
        new(invoices.Select(i => new CoretaxInvoice(i, customer ?? TaxSample.Customer())), [], others);

    private static Invoice With(long id, Invoice invoice, string? number = null) =>
        (number is null ? invoice : invoice.With((nameof(Invoice.Number), number))).With((nameof(Invoice.Id), id));

    private static string Topics(CoretaxJudgement judged) =>
        string.Join(' ', judged.Conflicts.Select(c => c.Topic["coretax-conflict.".Length..]));

    private static CoretaxNumber Number(string digits) =>
        CoretaxNumber.TryParse(digits, out var number) ? number : throw new ArgumentException($"{digits} is no number", nameof(digits));
}
