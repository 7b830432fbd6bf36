using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Domain.Shared;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Domain.Invoices;

public sealed class DuplicateTests
{
    private static readonly DateOnly LaterDay = new(2027, 2, 1);

    [Fact]
    public void A_duplicate_is_a_new_draft_without_number_payments_or_document()
    {
        var invoice = new TestInvoice { Lines = [TestInvoice.Line(100_000, 2.5m, 10), TestInvoice.Line(7)] }.Draft();
        invoice.Issue(Sample.Now, Sample.DocumentId, 24, 72);
        invoice.Give(Sample.Number("000-26.00000001"));
        invoice.Pay(Sample.Payment(5), Sample.Now);
        invoice.Cancel(Sample.Now, "wrong");

        var copy = invoice.Duplicate("INV-FPY-022700001", LaterDay);

        (copy.Number, copy.InvoiceDate, copy.Status, copy.Version).Should().Be(("INV-FPY-022700001", LaterDay, InvoiceStatus.Draft, 0));
        (copy.TaxNumber, copy.DocumentId, copy.IssuedAt, copy.CancelledAt, copy.CancelReason, copy.ExportedAt)
            .Should().Be((null, null, null, null, null, null));
        (copy.CancelDeadline, copy.DocumentCancelDeadline, copy.Paid, copy.Payments.Count).Should().Be((null, null, 0m, 0));
        (copy.MerchantId, copy.CustomerId, copy.CustomerName, copy.CustomerNpwp, copy.Subject, copy.InvoiceTax, copy.TransactionCode)
            .Should().Be((1, 7, "PT Maju", "026015362054000", "November", true, "04"));
        copy.Lines.Select(l => (l.Name, l.Quantity, l.Price, l.Discount))
            .Should().Equal(("Hosting", 2.5m, 100_000m, 10m), ("Hosting", 1m, 7m, 0m));
        (copy.Total, copy.Outstanding).Should().Be((invoice.Total, invoice.Total));
        copy.Lines.Should().NotIntersectWith(invoice.Lines);
    }

    [Theory]
    [InlineData("2026-11-23T03:00:00Z", "2027-02-08T03:00:00Z")] // a week, 10:00 in Jakarta
    [InlineData("2026-11-16T16:59:59Z", "2027-02-01T16:59:59Z")] // the end of the same Jakarta day
    [InlineData("2026-11-16T17:00:00Z", "2027-02-01T17:00:00Z")] // midnight: already the next day there
    [InlineData("2026-11-10T01:02:03.004Z", "2027-01-26T01:02:03.004Z")] // due before the invoice date
    [InlineData("2027-11-16T16:59:59Z", "2028-02-01T16:59:59Z")]
    public void A_duplicate_keeps_the_days_to_due_and_the_time_in_Jakarta(string due, string copied)
    {
        var copy = new TestInvoice { Due = Sample.Utc(due) }.Draft().Duplicate("INV-FPY-022700001", LaterDay);

        copy.Due.Should().Be(Sample.Utc(copied));
        copy.Due.Kind.Should().Be(DateTimeKind.Utc);
    }

    [Fact]
    public void The_VAT_of_a_duplicate_follows_its_own_date()
    {
        var old = new TestInvoice { Date = new DateOnly(2022, 3, 31) }.Draft();

        (old.VatAmount, old.Duplicate("INV-FPY-022700001", LaterDay).VatAmount).Should().Be((100_000m, 110_000m));
    }

    [Fact]
    public void An_untaxed_invoice_makes_an_untaxed_duplicate()
    {
        var copy = new TestInvoice { Taxed = false }.Draft().Duplicate("INV-FPY-022700001", LaterDay);

        (copy.InvoiceTax, copy.TransactionCode, copy.VatAmount).Should().Be((false, null, 0m));
    }

    [Fact]
    public void Without_the_module_a_duplicate_has_no_Invoice_Tax()
    {
        var copy = new TestInvoice().Draft().Duplicate("INV-FPY-022700001", LaterDay, eFakturModule: false);

        (copy.InvoiceTax, copy.TransactionCode, copy.VatAmount, copy.Total).Should().Be((false, null, 0m, 1_000_000m));
    }

    [Theory]
    [InlineData("2024-05-05", "01", "04")] // the usual code of its day
    [InlineData("2024-05-05", "02", "02")]
    [InlineData("2026-05-05", "04", "04")]
    [InlineData("2026-05-05", "01", "01")] // luxury goods
    public void The_usual_transaction_code_becomes_the_usual_one_of_today(string day, string code, string copied)
    {
        var old = new TestInvoice { Date = Sample.Day(day) }.Draft();
        old.With((nameof(Invoice.TransactionCode), code));

        old.Duplicate("INV-FPY-022700001", LaterDay).TransactionCode.Should().Be(copied);
    }

    [Fact]
    public void The_texts_go_along_and_the_duplicate_of_a_note_is_a_note()
    {
        var note = new TestInvoice
        {
            Number = "INV-FPY-112600002",
            Type = DocumentType.CreditNote,
            RefersTo = 5,
            Taxed = false,
            Lines = [TestInvoice.Line(5)],
        }
        .Draft()
        .With(
            (nameof(Invoice.SettlesReference), true),
            (nameof(Invoice.Language), Language.Indonesian),
            (nameof(Invoice.Header), "Dear"),
            (nameof(Invoice.Notes), "Thanks"),
            (nameof(Invoice.NotesOnPdf), true));

        var copy = note.Duplicate("INV-FPY-022700001", LaterDay);

        (copy.DocumentType, copy.RefersToId, copy.SettlesReference).Should().Be((DocumentType.CreditNote, 5, true));
        (copy.Language, copy.Header, copy.Notes, copy.NotesOnPdf).Should().Be((Language.Indonesian, "Dear", "Thanks", true));
    }
}
