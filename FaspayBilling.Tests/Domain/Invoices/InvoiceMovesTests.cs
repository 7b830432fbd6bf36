using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Tests.Domain.Shared;

namespace FaspayBilling.Tests.Domain.Invoices;

/// <summary>Moves that docs/rules.md 2 does not know: a handler asks the policies first, so here they are bugs and throw.</summary>
public sealed class InvoiceMovesTests
{
    [Theory]
    [InlineData(InvoiceStatus.Draft, true)]
    [InlineData(InvoiceStatus.Proforma, false)]
    [InlineData(InvoiceStatus.Unpaid, false)]
    [InlineData(InvoiceStatus.Paid, false)]
    [InlineData(InvoiceStatus.Cancelled, false)]
    public void Only_a_draft_becomes_a_proforma(InvoiceStatus status, bool allowed) => Move(status, allowed, i => i.SendAsProforma());

    [Theory]
    [InlineData(InvoiceStatus.Draft, true)]
    [InlineData(InvoiceStatus.Proforma, true)]
    [InlineData(InvoiceStatus.Unpaid, false)]
    [InlineData(InvoiceStatus.PartiallyPaid, false)]
    [InlineData(InvoiceStatus.Overdue, false)]
    [InlineData(InvoiceStatus.Paid, false)]
    [InlineData(InvoiceStatus.Cancelled, false)]
    public void An_invoice_is_issued_once(InvoiceStatus status, bool allowed) =>
        Move(status, allowed, i => i.Issue(Sample.Now, "OTHER", null, 72));

    [Theory]
    [InlineData(InvoiceStatus.Draft, false)]
    [InlineData(InvoiceStatus.Proforma, false)]
    [InlineData(InvoiceStatus.Unpaid, true)]
    [InlineData(InvoiceStatus.PartiallyPaid, true)]
    [InlineData(InvoiceStatus.Overdue, true)]
    [InlineData(InvoiceStatus.Paid, false)]
    [InlineData(InvoiceStatus.Cancelled, false)]
    public void Only_an_open_invoice_is_paid_or_cancelled(InvoiceStatus status, bool allowed)
    {
        Move(status, allowed, i => i.Pay(Sample.Payment(1), Sample.Now));
        Move(status, allowed, i => i.Cancel(Sample.Now, null));
    }

    [Theory]
    [InlineData(InvoiceStatus.Draft, false)]
    [InlineData(InvoiceStatus.Proforma, false)]
    [InlineData(InvoiceStatus.Unpaid, true)]
    [InlineData(InvoiceStatus.Overdue, true)]
    [InlineData(InvoiceStatus.Paid, true)]
    [InlineData(InvoiceStatus.Cancelled, false)]
    public void Only_an_issued_invoice_is_recomputed_or_given_a_number(InvoiceStatus status, bool allowed)
    {
        Move(status, allowed, i => i.Recompute(Sample.Now));
        Move(status, allowed, i => i.Give(Sample.Number("000-26.00000001")));
    }

    [Theory]
    [InlineData(InvoiceStatus.Draft, true)]
    [InlineData(InvoiceStatus.Proforma, true)]
    [InlineData(InvoiceStatus.Unpaid, false)]
    [InlineData(InvoiceStatus.Paid, false)]
    [InlineData(InvoiceStatus.Cancelled, true)]
    public void Only_a_draft_a_proforma_or_a_cancelled_invoice_is_deleted(InvoiceStatus status, bool allowed) =>
        Move(status, allowed, i => i.Delete(Sample.Now));

    [Fact]
    public void A_second_number_never_takes_the_place_of_the_first()
    {
        var invoice = new TestInvoice().Issued();
        invoice.Give(Sample.Number("000-26.00000001"));

        var again = () => invoice.Give(Sample.Number("000-26.00000002"));

        again.Should().Throw<InvalidOperationException>().WithMessage("*tax-number.already-has-one*");
        invoice.TaxNumber.Should().Be(Sample.Number("000-26.00000001"));
    }

    [Fact]
    public void An_invoice_without_Invoice_Tax_takes_no_number()
    {
        var invoice = new TestInvoice { Taxed = false }.Draft();
        invoice.Issue(Sample.Now, Sample.DocumentId, null, 72);

        var give = () => invoice.Give(Sample.Number("000-26.00000001"));

        give.Should().Throw<InvalidOperationException>().WithMessage("*tax-number.tax-inactive*");
    }

    [Fact]
    public void A_standing_invoice_keeps_its_number()
    {
        var invoice = new TestInvoice().Issued();
        invoice.Give(Sample.Number("000-26.00000001"));

        var release = () => invoice.ReleaseTaxNumber(hasTaxFile: false);

        release.Should().Throw<InvalidOperationException>().WithMessage("*tax-number.invoice-not-cancelled*");
        invoice.TaxNumber.Should().NotBeNull();
    }

    [Fact]
    public void A_cancelled_invoice_that_holds_a_number_is_not_deleted()
    {
        var invoice = new TestInvoice().Issued();
        invoice.Give(Sample.Number("000-26.00000001"));
        invoice.Cancel(Sample.Now, null);

        var delete = () => invoice.Delete(Sample.Now);

        delete.Should().Throw<InvalidOperationException>().WithMessage("*invoice.holds-tax-number*");
    }

    private static void Move(InvoiceStatus status, bool allowed, Action<Invoice> move)
    {
        var invoice = new TestInvoice().In(status);
        var act = () => move(invoice);

        if (allowed)
        {
            act.Should().NotThrow();
            return;
        }

        act.Should().Throw<InvalidOperationException>();
        invoice.Should().BeEquivalentTo(new TestInvoice().In(status), "a refused move changes nothing");
    }
}
