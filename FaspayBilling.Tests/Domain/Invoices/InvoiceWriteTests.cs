using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Domain.Shared;

namespace FaspayBilling.Tests.Domain.Invoices;

public sealed class InvoiceWriteTests
{
    private static readonly InvoiceContent Input = InvoiceContent.Empty with
    {
        CustomerId = 8,
        Subject = " December ",
        Language = Language.Indonesian,
        InvoiceDate = new(2026, 12, 1),
        DueDate = new(2026, 12, 31),
        InvoiceTax = true,
        TransactionCode = "07",
        AdditionalInfo = "TD.00501",
        FacilityStamp = "TD.01101",
        SupportingDocument = " S-1 ",
        SupportingDocumentMonth = new(2026, 11, 20),
        Header = " Dear all ",
        Notes = "Thanks ",
        NotesOnPdf = true,
        SettlesReference = true,
        Lines =
        [
            InvoiceLineInput.Empty with
            {
                Name = " Server ",
                Kind = LineKind.Goods,
                GoodsCode = "847100",
                UnitCode = "UM.0018",
                Unit = "Unit",
                Quantity = 2,
                Price = 500,
                Discount = 1
            }
        ],
    };

    [Fact]
    public void All_that_was_typed_is_written_and_the_number_stays()
    {
        var invoice = new TestInvoice().Draft();

        invoice.Write(Input, "PT Baru", "0123456789012345");

        invoice.Should().BeEquivalentTo(new
        {
            Number = "INV-FPY-112600001",
            CustomerId = 8,
            CustomerName = "PT Baru",
            CustomerNpwp = "0123456789012345",
            Subject = "December",
            Language = Language.Indonesian,
            InvoiceDate = new DateOnly(2026, 12, 1),
            Due = JakartaCalendar.EndOf(new(2026, 12, 31)),
            InvoiceTax = true,
            TransactionCode = "07",
            AdditionalInfo = "TD.00501",
            FacilityStamp = "TD.01101",
            SupportingDocument = "S-1",
            SupportingDocumentMonth = new DateOnly(2026, 11, 1),
            Header = "Dear all",
            Notes = "Thanks",
            NotesOnPdf = true,
            SettlesReference = false,
            Total = 999m,
            Outstanding = 999m,
            Status = InvoiceStatus.Draft,
        });
        invoice.Lines.Should().ContainSingle().Which.Should().BeEquivalentTo(new
        {
            Position = 1,
            Name = "Server",
            Kind = LineKind.Goods,
            GoodsCode = "847100",
            UnitCode = "UM.0018",
            Unit = "Unit",
            Quantity = 2m,
            Price = 500m,
            Discount = 1m,
            TaxBase = 999m,
        });
    }

    [Fact]
    public void Without_Invoice_Tax_nothing_of_the_tax_office_stays()
    {
        var invoice = new TestInvoice().Draft();

        invoice.Write(Input with { InvoiceTax = false }, "PT Baru", "");

        (
            invoice.InvoiceTax, invoice.TransactionCode, invoice.AdditionalInfo, invoice.FacilityStamp, invoice.SupportingDocument,
            invoice.SupportingDocumentMonth)
            .Should().Be((false, null, null, null, "", null));
    }

    [Fact]
    public void A_facility_goes_with_codes_07_and_08_only()
    {
        var invoice = new TestInvoice().Draft();

        invoice.Write(Input with { TransactionCode = "04" }, "PT Baru", "");

        (invoice.AdditionalInfo, invoice.FacilityStamp).Should().Be((null, null));
    }

    [Fact]
    public void A_due_time_is_kept_and_without_one_an_invoice_is_due_at_the_days_end()
    {
        var invoice = new TestInvoice().Draft();

        invoice.Write(Input with { DueDate = new(2026, 12, 31), DueTime = new(10, 0) }, "PT Baru", "");
        invoice.Due.Should().Be(new DateTime(2026, 12, 31, 3, 0, 0, DateTimeKind.Utc));
        invoice.Content().DueTime.Should().Be(new TimeOnly(10, 0));
        invoice.Write(Input with { DueDate = new(2027, 1, 1), DueTime = null }, "PT Baru", "");
        invoice.Due.Should().Be(JakartaCalendar.EndOf(new(2027, 1, 1)));
        invoice.Content().DueTime.Should().BeNull();
    }

    [Fact]
    public void What_is_written_is_read_back_as_it_was_written()
    {
        var invoice = new TestInvoice().Draft();
        invoice.Write(Input, "PT Baru", "");
        var written = invoice.Content();

        invoice.Write(written, "PT Baru", "");

        invoice.Content().Should().BeEquivalentTo(written);
    }

    [Theory]
    [InlineData(DocumentType.CreditNote, true)]
    [InlineData(DocumentType.DebitNote, false)]
    public void Only_a_credit_note_is_taken_off_its_invoice(DocumentType type, bool settles)
    {
        var note = new TestInvoice { Number = "INV-FPY-112600002", Type = type, RefersTo = 1, Taxed = false }.Draft();

        note.Write(Input, "PT Baru", "");

        note.SettlesReference.Should().Be(settles);
    }

    [Fact]
    public void An_issued_invoice_is_not_written_again() =>
        FluentActions.Invoking(() => new TestInvoice().Issued().Write(Input, "PT Baru", ""))
            .Should().Throw<InvalidOperationException>()
            .WithMessage("*invoice.not-editable*");

    [Fact]
    public void A_payment_that_is_undone_is_as_if_it_had_not_come()
    {
        var invoice = new TestInvoice().Issued();
        var first = Sample.Payment(110_000);
        invoice.Pay(first, Sample.Now);
        invoice.Pay(Sample.Payment(1_000_000), Sample.Now);
        invoice.Status.Should().Be(InvoiceStatus.Paid);

        invoice.Undo(first, Sample.Now, "Fina");

        (invoice.Status, invoice.Paid, invoice.Outstanding, invoice.Payments.Count)
            .Should().Be((InvoiceStatus.PartiallyPaid, 1_000_000m, 110_000m, 2));
        (first.UndoneAt, first.UndoneBy).Should().Be((Sample.Now, "Fina"));
        FluentActions.Invoking(() => invoice.Undo(first, Sample.Now, "Fina")).Should().Throw<InvalidOperationException>();
    }
}
