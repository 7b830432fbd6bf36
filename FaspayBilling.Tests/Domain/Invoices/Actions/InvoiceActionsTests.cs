using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Actions;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Tests.Domain.Shared;
using static FaspayBilling.Core.Domain.Invoices.Actions.InvoiceAction;

namespace FaspayBilling.Tests.Domain.Invoices.Actions;

/// <summary>The table of docs/rules.md 2, with what the invoice form and the documents brought.</summary>
public sealed class InvoiceActionsTests
{
    private static readonly InvoiceAction[] Open =
    [
        RecordPayment, Resend, GenerateTaxNumber, CreditNote, DebitNote, Cancel, UploadDocument, Duplicate
    ];

    /// <summary>Taxed, without a number: everything that the status offers.</summary>
    public static readonly TheoryData<InvoiceStatus, InvoiceAction[]> ByStatus = new()
    {
        { InvoiceStatus.Draft, [Edit, SendAsProforma, Send, UploadDocument, Duplicate, Delete] },
        { InvoiceStatus.Proforma, [Edit, IssueAsInvoice, Resend, UploadDocument, Duplicate, Delete] },
        { InvoiceStatus.Unpaid, Open },
        { InvoiceStatus.PartiallyPaid, Open },
        { InvoiceStatus.Overdue, Open },
        { InvoiceStatus.Paid, [Resend, GenerateTaxNumber, CreditNote, DebitNote, UploadDocument, Duplicate] },
        { InvoiceStatus.Cancelled, [UploadDocument, Duplicate, Delete] },
    };

    /// <summary>Taxed, holding a number: nothing to generate; only a cancelled one gives back, and it is not deleted before.</summary>
    public static readonly TheoryData<InvoiceStatus, InvoiceAction[]> ByStatusWithNumber = new()
    {
        { InvoiceStatus.Unpaid, [RecordPayment, Resend, CreditNote, DebitNote, Cancel, UploadDocument, Duplicate] },
        { InvoiceStatus.PartiallyPaid, [RecordPayment, Resend, CreditNote, DebitNote, Cancel, UploadDocument, Duplicate] },
        { InvoiceStatus.Overdue, [RecordPayment, Resend, CreditNote, DebitNote, Cancel, UploadDocument, Duplicate] },
        { InvoiceStatus.Paid, [Resend, CreditNote, DebitNote, UploadDocument, Duplicate] },
        { InvoiceStatus.Cancelled, [CancelTaxNumber, UploadDocument, Duplicate] },
    };

    [Theory]
    [MemberData(nameof(ByStatus))]
    public void The_menu_holds_exactly_what_the_status_offers(InvoiceStatus status, InvoiceAction[] offered) =>
        Offered(Sample.Facts(status)).Should().Equal(offered);

    [Theory]
    [MemberData(nameof(ByStatusWithNumber))]
    public void The_menu_of_an_invoice_that_holds_a_number(InvoiceStatus status, InvoiceAction[] offered) =>
        Offered(Sample.Facts(status) with { HasTaxNumber = true }).Should().Equal(offered);

    [Theory]
    [MemberData(nameof(ByStatus))]
    public void Without_Invoice_Tax_no_number_is_offered(InvoiceStatus status, InvoiceAction[] offered) =>
        Offered(Sample.Facts(status) with { InvoiceTax = false }).Should().Equal(offered.Where(a => a != GenerateTaxNumber));

    [Theory]
    [MemberData(nameof(ByStatus))]
    public void Without_the_module_no_number_is_offered(InvoiceStatus status, InvoiceAction[] offered) =>
        Offered(Sample.Facts(status), module: false).Should().Equal(offered.Where(a => a != GenerateTaxNumber));

    [Fact]
    public void Without_the_module_no_number_is_given_back() =>
        Offered(Sample.Facts(InvoiceStatus.Cancelled) with { HasTaxNumber = true }, module: false)
            .Should().Equal(UploadDocument, Duplicate);

    [Theory]
    [MemberData(nameof(ByStatus))]
    public void An_admin_may_all_that_finance_may_and_a_viewer_nothing(InvoiceStatus status, InvoiceAction[] offered)
    {
        Offered(Sample.Facts(status), Role.Admin).Should().Equal(offered);
        Offered(Sample.Facts(status), Role.Viewer).Should().BeEmpty();
    }

    [Fact]
    public void A_number_with_an_uploaded_file_is_not_given_back() =>
        Offered(Sample.Facts(InvoiceStatus.Cancelled) with { HasTaxNumber = true, HasTaxFile = true })
            .Should().Equal(UploadDocument, Duplicate);

    [Theory]
    [InlineData(TaxApproval.Approved)]
    [InlineData(TaxApproval.Replaced)]
    public void A_number_that_the_tax_office_approved_is_not_given_back(TaxApproval approval) =>
        Offered(Sample.Facts(InvoiceStatus.Cancelled) with { HasTaxNumber = true, TaxApproval = approval })
            .Should().Equal(UploadDocument, Duplicate);

    [Fact]
    public void An_exported_number_is_offered_to_be_given_back_and_asks_once_more_later() =>
        Offered(Sample.Facts(InvoiceStatus.Cancelled) with { HasTaxNumber = true, Exported = true }).Should().Contain(CancelTaxNumber);

    [Fact]
    public void Cancel_is_gone_after_the_merchants_window()
    {
        var facts = Sample.Facts(InvoiceStatus.Unpaid) with { CancelDeadline = Sample.Now };

        Offered(facts).Should().Contain(Cancel);
        InvoiceActions.Offered(facts, Role.Finance, true, Sample.Now.AddMilliseconds(1)).Should().NotContain(Cancel);
    }

    [Fact]
    public void Cancel_is_gone_while_a_note_refers_to_the_invoice() =>
        Offered(Sample.Facts(InvoiceStatus.Unpaid) with { Referenced = true }).Should().NotContain(Cancel);

    [Theory]
    [InlineData(DocumentType.CreditNote)]
    [InlineData(DocumentType.DebitNote)]
    [InlineData(DocumentType.SelfBilledInvoice)]
    public void A_note_is_not_corrected_by_a_note(DocumentType type) =>
        Offered(Sample.Facts(InvoiceStatus.Unpaid) with { DocumentType = type }).Should().NotContain([CreditNote, DebitNote]);

    [Theory]
    [InlineData(Edit, InvoiceStatus.Unpaid, "invoice.not-editable")]
    [InlineData(Edit, InvoiceStatus.PartiallyPaid, "invoice.not-editable")]
    [InlineData(Edit, InvoiceStatus.Overdue, "invoice.not-editable")]
    [InlineData(Edit, InvoiceStatus.Paid, "invoice.not-editable")]
    [InlineData(Edit, InvoiceStatus.Cancelled, "invoice.not-editable")]
    [InlineData(Resend, InvoiceStatus.Draft, "invoice.not-resendable")]
    [InlineData(Resend, InvoiceStatus.Cancelled, "invoice.not-resendable")]
    [InlineData(CreditNote, InvoiceStatus.Proforma, "invoice.not-noted")]
    [InlineData(DebitNote, InvoiceStatus.Cancelled, "invoice.not-noted")]
    [InlineData(SendAsProforma, InvoiceStatus.Proforma, "invoice.not-issuable")]
    [InlineData(SendAsProforma, InvoiceStatus.Unpaid, "invoice.not-issuable")]
    [InlineData(Send, InvoiceStatus.Proforma, "invoice.not-issuable")]
    [InlineData(Send, InvoiceStatus.Cancelled, "invoice.not-issuable")]
    [InlineData(IssueAsInvoice, InvoiceStatus.Draft, "invoice.not-issuable")]
    [InlineData(IssueAsInvoice, InvoiceStatus.Paid, "invoice.not-issuable")]
    [InlineData(RecordPayment, InvoiceStatus.Paid, "payment.not-allowed")]
    [InlineData(RecordPayment, InvoiceStatus.Draft, "payment.not-allowed")]
    [InlineData(RecordPayment, InvoiceStatus.Cancelled, "payment.not-allowed")]
    [InlineData(Cancel, InvoiceStatus.Paid, "invoice.not-cancellable")]
    [InlineData(Cancel, InvoiceStatus.Proforma, "invoice.not-cancellable")]
    [InlineData(GenerateTaxNumber, InvoiceStatus.Cancelled, "tax-number.invoice-not-issued")]
    [InlineData(CancelTaxNumber, InvoiceStatus.Cancelled, "tax-number.none-to-cancel")]
    [InlineData(Delete, InvoiceStatus.Unpaid, "invoice.not-deletable")]
    [InlineData(Delete, InvoiceStatus.PartiallyPaid, "invoice.not-deletable")]
    [InlineData(Delete, InvoiceStatus.Overdue, "invoice.not-deletable")]
    [InlineData(Delete, InvoiceStatus.Paid, "invoice.not-deletable")]
    public void An_action_that_is_not_offered_says_why(InvoiceAction action, InvoiceStatus status, string code) =>
        (InvoiceActions.WhyNot(action, Sample.Facts(status), true, Sample.Now)?.Code).Should().Be(code);

    [Fact]
    public void An_invoice_that_still_holds_a_number_is_not_deleted() =>
        (InvoiceActions.WhyNot(Delete, Sample.Facts(InvoiceStatus.Cancelled) with { HasTaxNumber = true }, true, Sample.Now)?.Code)
            .Should().Be("invoice.holds-tax-number");

    [Theory]
    [InlineData(TaxApproval.Approved)]
    [InlineData(TaxApproval.Replaced)]
    public void An_invoice_that_the_tax_office_approved_is_not_deleted(TaxApproval approval) =>
        (InvoiceActions.WhyNot(Delete, Sample.Facts(InvoiceStatus.Cancelled) with { TaxApproval = approval }, true, Sample.Now)
            ?.Message.Key)
            .Should().Be("invoice.holds-tax-number:approved");

    [Theory]
    [InlineData(GenerateTaxNumber)]
    [InlineData(CancelTaxNumber)]
    public void Direct_calls_answer_that_the_module_is_off(InvoiceAction action) =>
        (InvoiceActions.WhyNot(action, Sample.Facts(InvoiceStatus.Unpaid), false, Sample.Now)?.Code).Should().Be("module.off");

    private static IReadOnlyList<InvoiceAction> Offered(InvoiceFacts facts, Role role = Role.Finance, bool module = true) =>
        InvoiceActions.Offered(facts, role, module, Sample.Now);
}
