using System.Diagnostics;
using System.Text;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Formats.Pdf;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Pdf;

namespace FaspayBilling.Tests.Formats.Pdf;

public sealed class InvoicePdfTests
{
    [PopplerFact]
    public async Task An_invoice_says_who_bills_whom_what_for_and_how_much()
    {
        var text = await PdfText.OfAsync(InvoicePdf.Of(GivenDocument.Taxed()));

        foreach (var part in new[]
        {
            "INVOICE", "PT Media Indonusa", "Jl. Kebon Jeruk Raya 12", "NPWP 02.273.210.1-075.000", "NITKU 0022732101075000000000",
            "Bill to", "PT Pelanggan Setia", "NPWP 02.601.536.2-054.000",
            "INV-FPY-112600042", "16/11/2026", "16/12/2026", "040.000-26.00000042", "Subject: Services of November",
            "1 Payment gateway service 2,5 month 10.000.000 500.000 24.500.000", "2 Settlement report 1 25.500.000 0 25.500.000",
            "Subtotal Rp 50.500.000", "Discount -Rp 500.000", "Tax base Rp 50.000.000", "Other tax base Rp 45.833.333,33",
            "VAT 12% Rp 5.500.000", "Total Rp 55.500.000",
            "How to pay", "Bank Central Asia 123 456 7890", "Please name the invoice number when you pay.", "Page 1 of 1",
        })
        {
            text.Should().Contain(part);
        }

        text.Should().NotContain("Amount due");
    }

    [PopplerFact]
    public async Task An_indonesian_invoice_is_indonesian_throughout()
    {
        var text = await PdfText.OfAsync(InvoicePdf.Of(GivenDocument.Taxed() with { Language = Language.Indonesian }));

        text.Should().Contain("FAKTUR TAGIHAN").And.Contain("Kepada").And.Contain("Jatuh tempo").And.Contain("Dasar pengenaan pajak")
            .And.Contain("DPP nilai lain").And.Contain("PPN 12%").And.Contain("Cara pembayaran").And.Contain("Halaman 1 dari 1")
            .And.NotContainAny("Bill to", "Due date", "Tax base", "VAT", "Page");
    }

    [PopplerTheory]
    [InlineData(InvoiceTitle.Proforma, "PROFORMA INVOICE")]
    [InlineData(InvoiceTitle.CreditNote, "CREDIT NOTE")]
    [InlineData(InvoiceTitle.DebitNote, "DEBIT NOTE")]
    [InlineData(InvoiceTitle.RefundNote, "REFUND NOTE")]
    public async Task The_title_says_what_it_is(InvoiceTitle title, string shown)
    {
        var text = await PdfText.OfAsync(InvoicePdf.Of(GivenDocument.Taxed() with { Title = title, RefersTo = "INV-FPY-112600041" }));

        text.Should().Contain(shown).And.Contain("Refers to INV-FPY-112600041");
        text.Contains("Due date", StringComparison.Ordinal).Should().Be(title.IsOwed());
    }

    [PopplerTheory]
    [InlineData("07", Language.English, "VAT 12% (not collected)")]
    [InlineData("08", Language.English, "VAT 12% (exempt)")]
    [InlineData("07", Language.Indonesian, "PPN 12% (tidak dipungut)")]
    [InlineData("08", Language.Indonesian, "PPN 12% (dibebaskan)")]
    [InlineData("01", Language.English, "VAT 12% Rp")]
    public async Task Tax_that_is_not_charged_says_so(string code, Language language, string shown)
    {
        var text = await PdfText.OfAsync(InvoicePdf.Of(GivenDocument.Taxed() with { TransactionCode = code, Language = language }));

        text.Should().Contain(shown);
    }

    [PopplerFact]
    public async Task What_was_paid_and_withheld_leads_to_what_is_due()
    {
        var invoice = GivenDocument.Taxed() with { Paid = 20_000_000m, Deducted = 1_000_000m, Outstanding = 34_500_000m };

        var text = await PdfText.OfAsync(InvoicePdf.Of(invoice));

        text.Should().Contain("Paid -Rp 20.000.000").And.Contain("Tax withheld -Rp 1.000.000")
            .And.Contain("Amount due Rp 34.500.000").And.NotContain("PAID");
    }

    [PopplerFact]
    public async Task A_paid_invoice_says_so_and_asks_for_nothing()
    {
        var text = await PdfText.OfAsync(InvoicePdf.Of(GivenDocument.Taxed() with { Paid = 55_500_000m, Outstanding = 0 }));

        text.Should().Contain("PAID").And.Contain("Amount due Rp 0").And.NotContain("How to pay");
    }

    [PopplerFact]
    public async Task A_cancelled_invoice_says_so_and_asks_for_nothing()
    {
        var text = await PdfText.OfAsync(InvoicePdf.Of(GivenDocument.Taxed() with { Cancelled = true, Paid = 1_000m, Outstanding = 0 }));

        text.Should().Contain("CANCELLED").And.NotContain("Amount due").And.NotContain("How to pay");
    }

    [PopplerFact]
    public async Task Every_page_of_a_long_invoice_repeats_the_head_and_counts_itself()
    {
        var pdf = InvoicePdf.Of(GivenDocument.Long(100));

        var pages = (await PdfText.OfAsync(pdf)).Split('\f', StringSplitOptions.RemoveEmptyEntries);
        pages.Should().HaveCount(PdfText.Pages(pdf)).And.HaveCountGreaterThan(2);
        for (var i = 0; i < pages.Length; i++)
        {
            pages[i].Should().Contain($"Page {i + 1} of {pages.Length}").And.Contain("INV-FPY-112600042");
        }

        pages[..^1].Should().OnlyContain(p => p.Contains("Item Quantity Unit price (Rp) Amount (Rp)", StringComparison.Ordinal));
        Enumerable.Range(1, 100).Should()
            .OnlyContain(i => pages.Any(p => p.Contains($"{i} Item {i} of a long list", StringComparison.Ordinal)));
    }

    [PopplerFact]
    public async Task Nothing_overlaps_and_nothing_leaves_the_page_however_long_it_all_is()
    {
        for (var seed = 0; seed < 30; seed++)
        {
            foreach (var page in await PdfText.WordsAsync(InvoicePdf.Of(GivenDocument.Crowded(new Random(seed)))))
            {
                page.Should().OnlyContain(w => w.Left >= 40 && w.Right <= 556 && w.Top >= 30 && w.Bottom <= 830, $"of seed {seed}");
                var words = page.OrderBy(w => w.Top).ToList();
                var meeting = words.SelectMany((w, i) =>
                    words.Skip(i + 1).TakeWhile(o => o.Top < w.Bottom).Where(w.Meets).Select(o => $"{w} meets {o}"));
                meeting.Should().BeEmpty($"of seed {seed}");
            }
        }
    }

    [Fact]
    public void Five_hundred_lines_take_less_than_a_second()
    {
        InvoicePdf.Of(GivenDocument.Taxed());
        var watch = Stopwatch.StartNew();

        var pdf = InvoicePdf.Of(GivenDocument.Long(500));

        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(1));
        PdfText.Pages(pdf).Should().BeInRange(10, 20);
    }

    [Fact]
    public void Many_invoices_make_one_file_and_share_their_logo()
    {
        var (one, many) = (new MemoryStream(), new MemoryStream());
        var invoice = GivenDocument.Taxed() with { Logo = GivenDocument.Png };
        using (var pdf = new InvoicePdf(one))
        {
            pdf.Add(invoice);
            pdf.Finish();
        }

        using (var pdf = new InvoicePdf(many))
        {
            for (var i = 0; i < 10; i++)
            {
                pdf.Add(invoice);
            }

            pdf.Add(GivenDocument.Long(100));
            pdf.Finish();
        }

        PdfText.Pages(many.ToArray()).Should().Be(10 + PdfText.Pages(InvoicePdf.Of(GivenDocument.Long(100))));
        PdfText.Pictures(many.ToArray()).Should().Be(PdfText.Pictures(one.ToArray())).And.Be(2, "the picture and what shines through it");
    }

    [Fact]
    public void A_file_without_a_page_is_a_bug() =>
        new InvoicePdf(new MemoryStream()).Invoking(p => p.Finish()).Should().Throw<InvalidOperationException>();

    [Fact]
    public void The_same_invoice_is_the_same_file() =>
        InvoicePdf.Of(GivenDocument.Long(60)).Should().Equal(InvoicePdf.Of(GivenDocument.Long(60)));

    [Fact]
    public void A_logo_that_cannot_be_read_is_left_out()
    {
        byte[] damaged = [.. GivenDocument.Png.Take(40)];

        foreach (var logo in new[] { damaged, [0xFF, 0xD8, 0xFF], [1, 2, 3], [] })
        {
            PdfText.Pages(InvoicePdf.Of(GivenDocument.Taxed() with { Logo = logo })).Should().Be(1);
        }
    }

    [Fact]
    public async Task Many_are_made_at_once()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() => InvoicePdf.Of(GivenDocument.Long(20 + i)))));

        made.Should().OnlyContain(pdf => PdfText.Pages(pdf) >= 1);
    }

    [Fact]
    public async Task Made_at_once_each_is_as_it_is_when_made_alone()
    {
        var invoices = Enumerable.Range(0, 16).Select(seed => GivenDocument.Crowded(new Random(seed))).ToList();

        var made = await Task.WhenAll(invoices.Select(invoice => Task.Run(() => InvoicePdf.Of(invoice))));

        made.Should().BeEquivalentTo(invoices.Select(InvoicePdf.Of), options => options.WithStrictOrdering());
    }

    [Fact]
    public void The_file_says_its_title_its_author_and_its_language()
    {
        var text = Encoding.Latin1.GetString(InvoicePdf.Of(GivenDocument.Taxed() with { Language = Language.Indonesian }));

        text.Should().Contain("/Title(Faktur tagihan INV-FPY-112600042)")
            .And.Contain("/Author(PT Media Indonusa)").And.Contain("/Lang(id)");
    }

    [Fact]
    public void Of_the_fonts_it_carries_only_the_letters_that_are_used()
    {
        var pdf = InvoicePdf.Of(GivenDocument.Taxed());

        Encoding.Latin1.GetString(pdf).Should().Contain("/FontFile2").And.Contain("/BaseFont/INVOIC+");
        pdf.Length.Should().BeLessThan(25_000);
    }

    [PopplerFact]
    public async Task A_letter_that_the_font_lacks_is_an_empty_box()
    {
        var text = await PdfText.OfAsync(InvoicePdf.Of(GivenDocument.Taxed() with { Subject = "About \u6F22\u5B57 and \U0001F600" }));

        text.Should().Contain("Subject: About \uFFFD\uFFFD and \uFFFD");
    }

    [PopplerFact]
    public async Task Letters_of_other_languages_and_strange_signs_are_printed_or_left_out()
    {
        var text = await PdfText.OfAsync(InvoicePdf.Of(GivenDocument.Taxed() with
        {
            Customer = new("Žluťoučký Kůň & Ødegård · Ελλάς · Москва", "a\u0000b\u200Bc\uD800\r\n<b>bold</b>"),
        }));

        text.Should().Contain("Žluťoučký Kůň & Ødegård · Ελλάς · Москва").And
            .Contain("<b>bold</b>").And
            .Contain("a bc");
    }
}
