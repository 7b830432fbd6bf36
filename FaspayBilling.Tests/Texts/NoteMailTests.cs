using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Texts;

namespace FaspayBilling.Tests.Texts;

/// <summary>The mail of a note says which one it is, in subject and text, and asks only for what is owed.</summary>
public sealed class NoteMailTests
{
    [Theory]
    [InlineData(InvoiceTitle.CreditNote, Language.English, "Credit note", "Attached is a credit note from PT Media.", false)]
    [InlineData(InvoiceTitle.CreditNote, Language.Indonesian, "Nota kredit", "Terlampir nota kredit dari PT Media.", false)]
    [InlineData(InvoiceTitle.DebitNote, Language.English, "Debit note", "Attached is a debit note from PT Media.", true)]
    [InlineData(InvoiceTitle.DebitNote, Language.Indonesian, "Nota debit", "Terlampir nota debit dari PT Media.", true)]
    [InlineData(InvoiceTitle.RefundNote, Language.Indonesian, "Nota pengembalian", "Terlampir nota pengembalian dari PT Media.", false)]
    [InlineData(InvoiceTitle.SelfBilledInvoice, Language.English, "Self-billed invoice", "Attached is a self-billed invoice", false)]
    [InlineData(InvoiceTitle.Invoice, Language.Indonesian, "Faktur tagihan", "Terlampir tagihan dari PT Media.", true)]
    public void Subject_and_text_name_the_document(InvoiceTitle title, Language language, string subject, string opening, bool asks)
    {
        var mail = new InvoiceMail
        {
            Language = language, Title = title, Merchant = "PT Media", Customer = "PT Pelanggan", Number = "INV-1", Total = 100,
            Outstanding = 100, Due = new(2026, 12, 16, 16, 59, 59, DateTimeKind.Utc), Link = "https://billing.example/bill/KEY",
            PaymentInstructions = "BCA 123",
        };

        mail.Subject.Should().StartWith($"{subject} INV-1 ");
        mail.Text.Should().Contain(opening);
        mail.Html.Should().Contain(opening);
        mail.Text.Contains("BCA 123", StringComparison.Ordinal).Should().Be(asks);
    }
}
