using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Actions;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Domain.Shared;

namespace FaspayBilling.Tests.Domain.Invoices.Documents;

/// <summary>What each type of document means for money: one table, asked by lists, payments, deductions and statuses.</summary>
public sealed class DocumentTypesTests
{
    /// <summary>Type; a customer owes it; its total in a list; its outstanding amount in a list.</summary>
    public static TheoryData<DocumentType, bool, int, int?> Table => new()
    {
        { DocumentType.Invoice, true, 100, 40 },
        { DocumentType.CreditNote, false, -100, -40 },
        { DocumentType.DebitNote, true, 100, 40 },
        { DocumentType.RefundNote, false, -100, -40 },
        { DocumentType.SelfBilledInvoice, false, 100, null },
        { DocumentType.SelfBilledCreditNote, false, -100, null },
        { DocumentType.SelfBilledDebitNote, false, 100, null },
        { DocumentType.SelfBilledRefundNote, false, -100, null },
    };

    [Fact]
    public void The_table_knows_every_type() => Table.Select(row => (DocumentType)row[0]).Should().Equal(DocumentTypes.All);

    [Theory, MemberData(nameof(Table))]
    public void Amounts_are_signed_and_only_what_is_owed_has_a_balance(DocumentType type, bool receivable, int total, int? balance)
    {
        type.IsReceivable().Should().Be(receivable);
        type.Signed(100).Should().Be(total);
        type.Balance(40).Should().Be(balance);
        Rupiah.Text(type.Signed(0)).Should().Be("Rp 0");
    }

    [Theory, MemberData(nameof(Table))]
    public void Money_is_recorded_deducted_and_overdue_only_where_a_customer_owes(
        DocumentType type, bool receivable, int total, int? balance)
    {
        _ = (total, balance);
        var facts = Sample.Facts(InvoiceStatus.Unpaid) with { DocumentType = type };

        InvoiceActions.Offered(facts, Role.Finance, eFakturModule: true, Sample.Now).Contains(InvoiceAction.RecordPayment)
            .Should().Be(receivable);
        (PaymentRules.WhyNotPaid(type, InvoiceStatus.Unpaid)?.Code).Should().Be(receivable ? null : "payment.not-allowed");
        (Invoice.WhyNotDeducted(type, InvoiceStatus.Unpaid)?.Code).Should().Be(receivable ? null : "document-file.nothing-owed");
        InvoiceStatuses.OfIssued(100, 0, Sample.Now, Sample.Now.AddDays(1), type)
            .Should().Be(receivable ? InvoiceStatus.Overdue : InvoiceStatus.Unpaid);
        InvoiceStatuses.OfIssued(100, 50, Sample.Now, Sample.Now.AddDays(1), type)
            .Should().Be(receivable ? InvoiceStatus.Overdue : InvoiceStatus.PartiallyPaid);
    }

    [Fact]
    public void A_credit_note_takes_what_settles_it_and_no_money()
    {
        var note = new Invoice { MerchantId = 1, Number = "INV-FPY-112600002", DocumentType = DocumentType.CreditNote, RefersToId = 5 };
        note.Write(new TestInvoice().Draft().Content(), "PT Maju", "");
        note.Issue(Sample.Now, Sample.DocumentId, windowHours: null, documentWindowHours: 72);

        FluentActions.Invoking(() => note.Pay(Sample.Payment(1_000), Sample.Now)).Should().Throw<InvalidOperationException>();
        note.Pay(
            new Payment
            {
                Amount = 1_000, Date = Sample.Today, Method = "Credit note", RecordedBy = "finance", RecordedAt = Sample.Now,
                SettlesInvoiceId = 5,
            },
            Sample.Now);

        note.Outstanding.Should().Be(1_109_000);
    }
}
