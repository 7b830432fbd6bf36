using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Texts;

namespace FaspayBilling.Tests.Texts;

public sealed class InvoiceMailTests
{
    [Fact]
    public void An_invoice_names_amount_due_date_and_how_to_pay()
    {
        var mail = Mail();

        mail.Subject.Should().Be("Invoice INV-FPY-112600042 from PT Media Indonusa: Services");
        mail.Text.Should().Contain("Dear PT Pelanggan").And
            .Contain("Amount due: Rp 400.000").And
            .Contain("Total: Rp 1.110.000").And
            .Contain("Due date: 16/12/2026")
                .And
            .Contain("Pay Here:").And
            .Contain("https://billing.example/bill/KEY").And
            .Contain("BCA 123");
        mail.Html.Should().Contain("href=\"https://billing.example/bill/KEY\"").And
            .Contain(">Pay Here<").And
            .Contain("Rp 400.000").And
            .Contain("lang=\"en\"");
    }

    [Fact]
    public void In_indonesian_everything_is_indonesian()
    {
        var mail = Mail() with { Language = Language.Indonesian };

        mail.Subject.Should().Be("Faktur tagihan INV-FPY-112600042 dari PT Media Indonusa: Services");
        mail.Text.Should().Contain("Yth. PT Pelanggan").And
            .Contain("Harus dibayar: Rp 400.000").And
            .Contain("Jatuh tempo: 16/12/2026").And
            .Contain("Bayar di sini")
                .And
            .NotContainAny("Dear", "Amount due", "Due date", "Pay Here");
        mail.Html.Should().Contain("lang=\"id\"");
    }

    [Fact]
    public void The_merchants_own_words_stand_above_the_summary() =>
        (Mail() with { Header = "Please pay soon.\nThank you." }).Html
            .Should().Contain("Please pay soon.<br>Thank you.").And
            .NotContain("Attached is your");

    [Theory]
    [InlineData(InvoiceTitle.Proforma, "Proforma invoice")]
    [InlineData(InvoiceTitle.CreditNote, "Credit note")]
    public void What_is_no_bill_asks_for_no_payment(InvoiceTitle title, string shown)
    {
        var mail = Mail() with { Title = title };

        mail.Subject.Should().StartWith(shown);
        mail.Text.Should().Contain("View the document").And.NotContainAny("Pay Here", "Amount due", "How to pay");
    }

    [Fact]
    public void A_paid_invoice_asks_for_no_payment() =>
        (Mail() with { Outstanding = 0 }).Text.Should().Contain("Status: Paid").And.NotContainAny("Pay Here", "Amount due", "How to pay");

    [Fact]
    public void Typed_words_never_become_html_or_a_second_header()
    {
        var mail = Mail() with
        {
            Customer = "<script>x</script>",
            About = "a\r\nBcc: thief@example.com",
            Header = "<b>bold</b>",
            PaymentInstructions = "<i>pay</i>",
            Merchant = "A & \"B\""
        };

        mail.Html.Should().NotContainAny("<script>", "<b>bold", "<i>pay").And.Contain("&lt;script&gt;");
        mail.Subject.Should().NotContainAny("\r", "\n");
    }

    [Fact]
    public void A_long_subject_is_cut() =>
        (Mail() with { About = new string('x', 400) }).Subject.Should().HaveLength(300).And.EndWith("…");

    private static InvoiceMail Mail() => new()
    {
        Language = Language.English,
        Title = InvoiceTitle.Invoice,
        Merchant = "PT Media Indonusa",
        Customer = "PT Pelanggan",
        Number = "INV-FPY-112600042",
        About = "Services",
        Total = 1_110_000m,
        Outstanding = 400_000m,
        Due = new(2026, 12, 16, 16, 59, 59, DateTimeKind.Utc),
        Link = "https://billing.example/bill/KEY",
        PaymentInstructions = "BCA 123",
    };
}
