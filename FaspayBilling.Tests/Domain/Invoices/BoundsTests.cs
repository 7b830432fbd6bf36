using FaspayBilling.Core.Domain.Attachments;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Domain.Shared;
using FaspayBilling.Tests.Support;

namespace FaspayBilling.Tests.Domain.Invoices;

/// <summary>Dates and amounts have both ends, and a refusal names its field and the ends.</summary>
public sealed class BoundsTests
{
    private static readonly PayableFacts Invoice = new(DocumentType.Invoice, InvoiceStatus.Unpaid, new(2026, 11, 10), 1_110_000);

    private static readonly InvoiceContent Content = InvoiceContent.Empty with
    {
        CustomerId = 7,
        InvoiceDate = Sample.Today,
        DueDate = Sample.Today,
        InvoiceTax = true,
        TransactionCode = "07",
        AdditionalInfo = "TD.00501",
        FacilityStamp = "TD.01101",
        Lines = [InvoiceLineInput.Empty with { Name = "Hosting", Price = 1_000_000 }],
    };

    [Theory]
    [InlineData("1900-01-01")]
    [InlineData("2016-11-15")]
    [InlineData("2026-11-17")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public void A_payment_is_of_the_last_ten_years(string day)
    {
        var refusal = Pay(new PaymentInput(1_000, Sample.Day(day), "Cash")).Should().ContainSingle().Subject;

        (refusal.Code, refusal.Field).Should().Be(("payment.date", "Date"));
        refusal.Sentence().Should().Contain("16/11/2016").And.Contain("16/11/2026");
    }

    [Fact]
    public void A_payment_before_the_invoice_date_asks_first_and_is_then_recorded()
    {
        var early = new PaymentInput(1_000, new(2026, 11, 9), "Cash");

        var asked = Pay(early).Should().ContainSingle().Subject;

        (asked.Kind, asked.Code, asked.Field).Should().Be((RefusalKind.NeedsConfirmation, "payment.before-invoice", "Date"));
        asked.Sentence().Should().Be("09/11/2026 is before the invoice date, 10/11/2026. Record it anyway?");
        Pay(early with { BeforeInvoiceConfirmed = true }).Should().BeEmpty();
        Pay(early with { Date = Invoice.InvoiceDate }).Should().BeEmpty();
        Pay(early with { Date = new(2016, 11, 16), BeforeInvoiceConfirmed = true }).Should().BeEmpty();
    }

    [Fact]
    public void Two_questions_are_asked_at_once_and_each_needs_its_own_answer()
    {
        var both = new PaymentInput(2_000_000, new(2026, 11, 9), "Cash");

        Pay(both).Select(r => r.Code).Should().Equal("payment.above-outstanding", "payment.before-invoice");
        Pay(both with { AboveOutstandingConfirmed = true }).Select(r => r.Code).Should().Equal("payment.before-invoice");
        Pay(both with { BeforeInvoiceConfirmed = true }).Select(r => r.Code).Should().Equal("payment.above-outstanding");
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(499_999.5)]
    [InlineData(10_000_000_000_000)]
    public void A_payment_is_whole_rupiah_and_names_its_ends(double amount)
    {
        var refusal = Pay(new PaymentInput((decimal)amount, Sample.Today, "Cash")).Should().ContainSingle().Subject;

        (refusal.Code, refusal.Field).Should().Be(("payment.amount", "Amount"));
        refusal.Sentence().Should().Contain("whole rupiah, from Rp 1 to Rp 9.999.999.999.999");
    }

    [Theory]
    [InlineData("2016-11-15", 20_000, "document-file.withholding-date", "16/11/2016")]
    [InlineData("2026-11-17", 20_000, "document-file.withholding-date", "16/11/2026")]
    [InlineData("2026-11-16", 20_000.5, "document-file.withholding-amount", "Rp 1 to Rp 9.999.999.999.999")]
    public void A_withholding_slip_is_of_the_last_ten_years_and_of_whole_rupiah(string day, double amount, string code, string bound)
    {
        var slip = new DocumentFileInput
        {
            Type = AttachmentType.WithholdingTax, WithholdingNumber = "BP-1", WithholdingAmount = (decimal)amount,
            WithholdingDate = Sample.Day(day), Deducts = true,
        };

        var refusal = DocumentFileRules.WhyNot(slip, true, Invoice, Sample.Today).Should().ContainSingle().Subject;

        refusal.Code.Should().Be(code);
        refusal.Sentence().Should().Contain(bound);
    }

    [Fact]
    public void Of_a_credit_note_nothing_is_withheld()
    {
        var slip = new DocumentFileInput
        {
            Type = AttachmentType.WithholdingTax, WithholdingNumber = "BP-1", WithholdingAmount = 1, WithholdingDate = Sample.Today,
            Deducts = true,
        };
        var note = Invoice with { Type = DocumentType.CreditNote };

        DocumentFileRules.WhyNot(slip, true, note, Sample.Today).Select(r => r.Sentence()).Should().ContainSingle()
            .Which.Should().Contain("on a Credit Note");
        DocumentFileRules.WhyNot(slip with { Deducts = false }, true, note, Sample.Today).Should().BeEmpty();
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("2019-12-31")]
    [InlineData("2027-11-17")]
    [InlineData("9999-12-31")]
    public void An_invoice_is_dated_from_2020_to_a_year_ahead_and_no_date_breaks_the_rules(string day)
    {
        var wrong = Why(Content with { InvoiceDate = Sample.Day(day), DueDate = Sample.Today });

        wrong.Should().ContainSingle().Which.Sentence().Should().Be("Enter an invoice date from 01/01/2020 to 16/11/2027.");
    }

    [Theory]
    [InlineData("2026-11-15")]
    [InlineData("2036-11-17")]
    [InlineData("9999-12-31")]
    public void A_due_date_names_its_ends(string due) =>
        Why(Content with { DueDate = Sample.Day(due) }).Should().ContainSingle().Which.Sentence()
            .Should().StartWith("Enter a due date from 16/11/2026 to 16/11/2036");

    [Fact]
    public void A_due_date_that_no_invoice_could_have_is_refused_beside_a_wrong_invoice_date() =>
        Why(Content with { InvoiceDate = null, DueDate = DateOnly.MaxValue }).Select(r => r.Code)
            .Should().Equal("invoice.date", "invoice.due");

    [Theory]
    [InlineData("2019-12-01", false)]
    [InlineData("2020-01-01", true)]
    [InlineData("2026-12-01", true)]
    [InlineData("2027-01-01", false)]
    public void The_supporting_documents_month_has_both_ends(string month, bool good)
    {
        var wrong = Why(Content with { SupportingDocumentMonth = Sample.Day(month) });

        wrong.Select(r => (r.Code, r.Field)).Should().Equal(good ? [] : [("invoice.supporting-month", "SupportingDocumentMonth")]);
        wrong.Select(r => r.Sentence()).All(s => s.Contains("January 2020") && s.Contains("December 2026")).Should().BeTrue();
        Why(Content with { SupportingDocumentMonth = Sample.Day(month), TransactionCode = "04" }).Should().BeEmpty("nobody sees it");
    }

    private static IReadOnlyList<Refusal> Pay(PaymentInput input) => PaymentRules.WhyNot(Invoice, input, Sample.Today);

    private static IReadOnlyList<Refusal> Why(InvoiceContent content) => InvoiceRules.WhyNot(content, Sample.Today);
}
