using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Actions;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Tests.Domain.Shared;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Domain.Invoices;

public sealed class InvoiceTests
{
    [Fact]
    public void A_new_invoice_is_a_draft_that_owes_its_total_and_is_no_document()
    {
        var invoice = new TestInvoice().Draft();

        (invoice.Status, invoice.TaxBase, invoice.VatAmount, invoice.Total, invoice.Outstanding)
            .Should().Be((InvoiceStatus.Draft, 1_000_000m, 110_000m, 1_110_000m, 1_110_000m));
        (invoice.DocumentId, invoice.IssuedAt, invoice.TaxNumber, invoice.CancelDeadline, invoice.DocumentCancelDeadline)
            .Should().Be((null, null, null, null, null));
    }

    [Fact]
    public void A_proforma_is_still_no_document()
    {
        var invoice = new TestInvoice().Draft();

        invoice.SendAsProforma();

        (invoice.Status, invoice.DocumentId, invoice.IssuedAt).Should().Be((InvoiceStatus.Proforma, null, null));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    [InlineData(48)]
    public void Issuing_stores_the_instant_the_document_and_both_ends_of_cancellation(int? windowHours)
    {
        var invoice = new TestInvoice().Draft();

        invoice.Issue(Sample.Now, Sample.DocumentId, windowHours, documentWindowHours: 72);

        (invoice.Status, invoice.IssuedAt, invoice.DocumentId).Should().Be((InvoiceStatus.Unpaid, Sample.Now, Sample.DocumentId));
        invoice.CancelDeadline.Should().Be(windowHours is { } hours ? Sample.Now.AddHours(hours) : null);
        invoice.DocumentCancelDeadline.Should().Be(Sample.Now.AddHours(72));
    }

    [Fact]
    public void A_proforma_can_be_issued()
    {
        var invoice = new TestInvoice().Draft();
        invoice.SendAsProforma();

        invoice.Issue(Sample.Now, Sample.DocumentId, null, 72);

        invoice.Status.Should().Be(InvoiceStatus.Unpaid);
    }

    [Fact]
    public void An_invoice_issued_after_its_due_moment_is_overdue_at_once() =>
        new TestInvoice { Due = Sample.Now.AddMilliseconds(-1) }.Issued().Status.Should().Be(InvoiceStatus.Overdue);

    [Fact]
    public void An_invoice_of_nothing_is_paid_when_it_is_issued()
    {
        var invoice = new TestInvoice { Lines = [TestInvoice.Line(0)] }.Draft();

        invoice.Issue(Sample.Now, Sample.DocumentId, null, 72);

        invoice.Status.Should().Be(InvoiceStatus.Paid);
    }

    [Fact]
    public void Payments_lower_what_is_owed_until_it_is_paid()
    {
        var invoice = new TestInvoice().Issued();

        invoice.Pay(Sample.Payment(110_000), Sample.Now);
        (invoice.Status, invoice.Paid, invoice.Outstanding).Should().Be((InvoiceStatus.PartiallyPaid, 110_000m, 1_000_000m));

        invoice.Pay(Sample.Payment(1_000_000), Sample.Now);
        (invoice.Status, invoice.Paid, invoice.Outstanding).Should().Be((InvoiceStatus.Paid, 1_110_000m, 0m));
        invoice.Payments.Should().HaveCount(2);
    }

    [Fact]
    public void Paying_too_much_leaves_an_outstanding_amount_below_zero()
    {
        var invoice = new TestInvoice().Issued();

        invoice.Pay(Sample.Payment(1_510_800), Sample.Now);

        (invoice.Status, invoice.Outstanding, invoice.ToRefund).Should().Be((InvoiceStatus.Paid, -400_800m, 0m));
    }

    [Fact]
    public void A_part_payment_after_the_due_moment_stays_overdue()
    {
        var invoice = new TestInvoice().Issued();

        invoice.Pay(Sample.Payment(1), invoice.Due.AddMilliseconds(1));

        invoice.Status.Should().Be(InvoiceStatus.Overdue);
    }

    [Theory]
    [InlineData(0, InvoiceStatus.Unpaid)] // to the very millisecond
    [InlineData(1, InvoiceStatus.Overdue)]
    public void The_sweep_makes_it_overdue_after_the_due_moment(int milliseconds, InvoiceStatus status)
    {
        var invoice = new TestInvoice().Issued();

        invoice.Recompute(invoice.Due.AddMilliseconds(milliseconds));

        invoice.Status.Should().Be(status);
    }

    [Fact]
    public void A_cancelled_invoice_keeps_payments_and_number_owes_nothing_and_shows_what_to_refund()
    {
        var invoice = new TestInvoice().Issued();
        var number = Sample.Number("000-26.00000001");
        invoice.Give(number);
        invoice.Pay(Sample.Payment(10_000), Sample.Now);

        invoice.Cancel(Sample.Now.AddHours(1), "wrong customer");

        (invoice.Status, invoice.CancelledAt, invoice.CancelReason)
            .Should().Be((InvoiceStatus.Cancelled, Sample.Now.AddHours(1), "wrong customer"));
        (invoice.Outstanding, invoice.Paid, invoice.ToRefund, invoice.Payments.Count).Should().Be((0m, 10_000m, 10_000m, 1));
        invoice.TaxNumber.Should().Be(number);
    }

    [Fact]
    public void A_released_number_leaves_the_invoice_with_its_export_marks()
    {
        var invoice = new TestInvoice().Issued();
        invoice.Give(Sample.Number("000-26.00000001"));
        invoice.With((nameof(Invoice.ExportedAt), Sample.Now), (nameof(Invoice.ExportedBy), "finance"));
        invoice.Cancel(Sample.Now, null);

        invoice.ReleaseTaxNumber(hasTaxFile: false).Should().Be(Sample.Number("000-26.00000001"));

        (invoice.TaxNumber, invoice.ExportedAt).Should().Be((null, null));
        invoice.ExportedBy.Should().BeNull();
    }

    [Fact]
    public void Deleting_only_hides()
    {
        var invoice = new TestInvoice().Draft();

        invoice.Delete(Sample.Now);

        (invoice.DeletedAt, invoice.Lines.Count, invoice.Status).Should().Be((Sample.Now, 1, InvoiceStatus.Draft));
    }

    [Fact]
    public void The_policies_get_the_facts_as_they_are()
    {
        var invoice = new TestInvoice().Draft();
        invoice.Issue(Sample.Now, Sample.DocumentId, 24, 72);
        invoice.Give(Sample.Number("000-26.00000001"));
        invoice.Pay(Sample.Payment(5), Sample.Now);
        invoice.With((nameof(Invoice.ExportedAt), Sample.Now), (nameof(Invoice.TaxApproval), TaxApproval.Approved));

        invoice.Facts(hasTaxFile: true, referenced: true).Should().Be(new InvoiceFacts
        {
            Status = InvoiceStatus.PartiallyPaid,
            InvoiceTax = true,
            HasTaxNumber = true,
            HasTaxFile = true,
            Exported = true,
            TaxApproval = TaxApproval.Approved,
            Paid = 5,
            CancelDeadline = Sample.Now.AddHours(24),
            DocumentCancelDeadline = Sample.Now.AddHours(72),
            Referenced = true,
        });
        new TestInvoice { Taxed = false }.Draft().Facts(false, false)
            .Should().Be(Sample.Facts(InvoiceStatus.Draft) with { InvoiceTax = false, DocumentCancelDeadline = null });
    }
}
