using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices.Pdf;
using FaspayBilling.Core.Formats.Pdf;
using FaspayBilling.Tests.Domain.Shared;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Pdf;

namespace FaspayBilling.Tests.Formats.Pdf;

/// <summary>A PDF says what it is, whatever became of it, and its sums add up to the total.</summary>
public sealed class DraftsAndRoundingTests
{
    [PopplerTheory]
    [InlineData(InvoiceStatus.Draft, Language.English, "DRAFT INVOICE", "PROFORMA")]
    [InlineData(InvoiceStatus.Draft, Language.Indonesian, "DRAF FAKTUR TAGIHAN", "PROFORMA")]
    [InlineData(InvoiceStatus.Proforma, Language.Indonesian, "FAKTUR PROFORMA", "DRAF")]
    [InlineData(InvoiceStatus.Unpaid, Language.Indonesian, "FAKTUR TAGIHAN", "DRAF")]
    public async Task What_was_never_sent_is_a_draft_and_no_proforma(InvoiceStatus status, Language language, string title, string not)
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.Given.MerchantAsync();
        var invoice = await fpy.InvoiceAsync(status, also: i => i.With((nameof(Invoice.Language), language)));

        var file = (await db.Get<ReadInvoicePdf>().HandleAsync(fpy.Viewer, invoice.Number, default)).Value;

        (await PdfText.OfAsync(file.Bytes)).Should().Contain(title).And.NotContain(not);
    }

    [PopplerTheory]
    [InlineData(Language.English, "CREDIT NOTE", "DRAFT", "Rounding -Rp 0,21")]
    [InlineData(Language.Indonesian, "NOTA KREDIT", "DRAF", "Pembulatan -Rp 0,21")]
    public async Task The_draft_of_a_note_is_stamped_and_the_rounding_has_a_line(
        Language language, string title, string stamp, string rounding)
    {
        var text = await PdfText.OfAsync(InvoicePdf.Of(GivenDocument.Taxed() with
        {
            Language = language,
            Title = InvoiceTitle.CreditNote,
            Draft = true,
            TaxBase = 50_000_000.21m,
            Rounding = -0.21m,
        }));

        text.Should().Contain(title).And.Contain(stamp).And.Contain(rounding);
    }

    [PopplerFact]
    public async Task Without_a_difference_there_is_no_rounding_line() =>
        (await PdfText.OfAsync(InvoicePdf.Of(GivenDocument.Taxed()))).Should().NotContain("Rounding");

    [Theory]
    [InlineData(true, "04", "0.21")]
    [InlineData(true, "08", "0.49")]
    [InlineData(false, null, "0.50")]
    public void Base_charged_tax_and_rounding_are_the_total(bool taxed, string? code, string cents)
    {
        var line = TestInvoice.Line(1_000_000m + decimal.Parse(cents, System.Globalization.CultureInfo.InvariantCulture));
        var invoice = new TestInvoice { Taxed = taxed, Lines = [line] }.Draft();
        invoice.With((nameof(Invoice.TransactionCode), code));
        invoice.Bill([line]);

        invoice.Rounding.Should().NotBe(0);
        (invoice.TaxBase + invoice.TaxCharged + invoice.Rounding).Should().Be(invoice.Total);
    }

    [PopplerTheory]
    [InlineData("SELF-BILLED REFUND NOTE", InvoiceTitle.SelfBilledRefundNote, Language.English)]
    [InlineData("NOTA PENGEMBALIAN TERBITAN SENDIRI", InvoiceTitle.SelfBilledRefundNote, Language.Indonesian)]
    [InlineData("DRAF FAKTUR TAGIHAN", InvoiceTitle.Draft, Language.Indonesian)]
    public async Task A_long_title_meets_no_long_name(string shown, InvoiceTitle title, Language language)
    {
        foreach (var logo in new[] { null, GivenDocument.Png })
        {
            var pdf = InvoicePdf.Of(GivenDocument.Taxed() with
            {
                Title = title,
                Language = language,
                Logo = logo,
                Merchant = new(string.Concat(Enumerable.Repeat("PT Sangat Panjang ", 6))),
            });

            (await PdfText.OfAsync(pdf)).Should().Contain(shown);
            var words = (await PdfText.WordsAsync(pdf))[0].OrderBy(w => w.Top).ToList();
            words.SelectMany((w, i) => words.Skip(i + 1).TakeWhile(o => o.Top < w.Bottom).Where(w.Meets).Select(o => $"{w} meets {o}"))
                .Should().BeEmpty();
        }
    }

    [Fact]
    public void Every_type_has_a_title_of_its_own_in_both_languages()
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            var titles = DocumentTypes.All.Select(t => Issued(t).Title()).ToList();
            titles.Select(t => t.Text(language)).Should().OnlyHaveUniqueItems();
            titles.Where(t => t.IsOwed()).Should().Equal(InvoiceTitle.Invoice, InvoiceTitle.DebitNote);
        }
    }

    private static Invoice Issued(DocumentType type)
    {
        var invoice = new Invoice { MerchantId = 1, Number = "X", DocumentType = type };
        invoice.Write(new TestInvoice().Draft().Content(), "PT Maju", "");
        invoice.Issue(Sample.Now, Sample.DocumentId, windowHours: null, documentWindowHours: 72);
        return invoice;
    }
}
