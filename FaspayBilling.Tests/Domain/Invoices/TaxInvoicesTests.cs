using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Actions;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Domain.Shared;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Domain.Invoices;

/// <summary>What a tax invoice is (docs/rules.md 1), said once and asked by everybody.</summary>
public sealed class TaxInvoicesTests
{
    public static TheoryData<DocumentType> Types => [.. DocumentTypes.All];

    [Theory, MemberData(nameof(Types))]
    public void Only_an_Invoice_and_a_Debit_Note_with_Invoice_Tax_are_tax_invoices_for_code_and_queries_alike(DocumentType type)
    {
        var query = TaxInvoices.Are.Compile();
        foreach (var taxed in new[] { true, false })
        {
            var expected = taxed && type is DocumentType.Invoice or DocumentType.DebitNote && taxed;
            var invoice = new Invoice { MerchantId = 1, Number = "INV-FPY-112600001", DocumentType = type }
                .With((nameof(Invoice.InvoiceTax), taxed));

            TaxInvoices.Is(type, taxed).Should().Be(expected);
            query(invoice).Should().Be(expected);
            invoice.IsTaxInvoice.Should().Be(expected);
            invoice.Facts(false, false).IsTaxInvoice.Should().Be(expected);
        }
    }

    [Theory, MemberData(nameof(Types))]
    public void What_is_no_tax_invoice_is_never_offered_a_number_whatever_its_switch_says(DocumentType type)
    {
        var facts = Sample.Facts(InvoiceStatus.Unpaid) with { DocumentType = type };

        var refusal = GeneratePolicy.WhyNot(facts);

        var takes = type is DocumentType.Invoice or DocumentType.DebitNote;
        (refusal?.Code).Should().Be(takes ? null : "tax-number.tax-inactive");
        InvoiceActions.Offered(facts, Role.Admin, eFakturModule: true, Sample.Now).Contains(InvoiceAction.GenerateTaxNumber)
            .Should().Be(takes);
    }

    [Fact]
    public void A_credit_note_is_told_why_it_takes_no_number() =>
        GeneratePolicy.WhyNot(Sample.Facts(InvoiceStatus.Unpaid) with { DocumentType = DocumentType.CreditNote })!.Sentence()
            .Should().Be("Only an Invoice or a Debit Note is a tax invoice; this is neither, so it takes no E-Faktur No.");

    [Fact]
    public void A_credit_note_that_was_given_a_number_before_can_still_give_it_back() =>
        ReleasePolicy.WhyNot(
            Sample.Facts(InvoiceStatus.Cancelled) with { DocumentType = DocumentType.CreditNote, HasTaxNumber = true }).Should().BeNull();
}
