using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Tests.Domain.Shared;

namespace FaspayBilling.Tests.Support;

public sealed class TestInvoiceTests
{
    public static TheoryData<InvoiceStatus> Statuses => [.. Enum.GetValues<InvoiceStatus>()];

    [Theory]
    [MemberData(nameof(Statuses))]
    public void It_ends_in_the_status_that_was_asked_for(InvoiceStatus status) =>
        new TestInvoice().In(status).Status.Should().Be(status);

    [Fact]
    public void A_plain_one_is_taxed_and_of_a_round_sum()
    {
        var invoice = new TestInvoice { TaxNumber = Sample.Number("000-26.00000001") }.Issued();

        (invoice.TaxBase, invoice.VatAmount, invoice.Total).Should().Be((1_000_000m, 110_000m, 1_110_000m));
        invoice.TaxNumber!.Value.ToString().Should().Be("000-26.00000001");
    }

    [Fact]
    public void A_note_is_of_the_invoice_that_it_corrects()
    {
        var about = new TestInvoice { CustomerName = "PT Setia", Date = new(2026, 11, 2) }.Issued();

        TestInvoice.NoteOn(about).Issued().Should().BeEquivalentTo(
            new { about.MerchantId, about.CustomerName, about.InvoiceDate, DocumentType = DocumentType.CreditNote, InvoiceTax = false });
    }
}
