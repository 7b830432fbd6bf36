using System.Net;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Pdf;
using FaspayBilling.Tests.Support.Web;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Files;

/// <summary>The bill page as a customer without an account gets it.</summary>
public sealed class BillPageTests : IAsyncLifetime
{
    // A clock that stands: calls are counted by the minute.
    private readonly TestWeb web = TestWeb.WithDemo(clock: Given.Clock());
    private readonly HttpVisitor stranger;

    public BillPageTests() => stranger = new HttpVisitor(web);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        stranger.Dispose();
        await web.DisposeAsync();
    }

    [Fact]
    public async Task A_customer_sees_amount_due_date_pdf_and_how_to_pay_and_no_search_engine_does()
    {
        var (key, invoice) = await BillAsync(InvoiceStatus.Overdue);

        using var answer = await stranger.GetAsync($"/bill/{key}");
        var page = HttpVisitor.Parse(await answer.Content.ReadAsStringAsync());

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Headers.GetValues("X-Robots-Tag").Should().Equal("noindex, nofollow");
        answer.Headers.CacheControl!.NoStore.Should().BeTrue();
        page.QuerySelector("meta[name=robots]")!.GetAttribute("content").Should().Contain("noindex");
        page.QuerySelector("h1")!.TextContent.Should().Be($"Invoice {invoice.Number}");
        page.QuerySelector("[data-testid=amount-due]")!.TextContent.Should().StartWith("Rp ");
        page.QuerySelector("[data-testid=bill-status]")!.TextContent.Should().Be("Overdue");
        page.QuerySelector("[data-testid=how-to-pay]")!.TextContent.Should().Be("Ask the seller how to pay.");
        page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).Should().Equal($"/bill/{key}/pdf");
        page.QuerySelectorAll("script")
            .Should().OnlyContain(s => s.GetAttribute("src")!.Contains("theme"), "nothing of the dashboard is loaded");
    }

    [Fact]
    public async Task The_pdf_opens_without_an_account()
    {
        var (key, invoice) = await BillAsync(InvoiceStatus.Paid);

        using var answer = await stranger.GetAsync($"/bill/{key}/pdf");

        answer.Content.Headers.ContentType!.ToString().Should().Be("application/pdf");
        answer.Content.Headers.ContentDisposition!.FileName.Should().Be($"{invoice.Number}.pdf");
        PdfText.Pages(await answer.Content.ReadAsByteArrayAsync()).Should().BePositive();
    }

    [Fact]
    public async Task A_cancelled_invoice_says_so_in_the_invoices_language_and_asks_for_nothing()
    {
        var (key, _) = await BillAsync(InvoiceStatus.Cancelled, Language.Indonesian);

        var page = await stranger.ReadAsync($"/bill/{key}");

        page.QuerySelector("article")!.GetAttribute("lang").Should().Be("id");
        page.QuerySelector("[data-testid=bill-note]")!.TextContent.Should().Be("Dokumen ini dibatalkan. Tidak ada yang harus dibayar.");
        page.QuerySelector("[data-testid=amount-due]").Should().BeNull();
        page.QuerySelector("[data-testid=how-to-pay]").Should().BeNull();
    }

    [Theory]
    [InlineData("/bill/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("/bill/short")]
    [InlineData("/bill/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/pdf")]
    [InlineData("/bill/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/documents/1")]
    public async Task A_wrong_key_is_told_so_in_plain_words(string path)
    {
        using var answer = await stranger.GetAsync(path);

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("There is no such bill. Check the link");
    }

    [Fact]
    public async Task Whoever_tries_keys_has_to_wait()
    {
        HttpStatusCode last = default;
        for (var i = 0; i <= 120; i++)
        {
            using var answer = await stranger.GetAsync("/bill/guess/pdf");
            last = answer.StatusCode;
        }

        last.Should().Be(HttpStatusCode.TooManyRequests);
        using var other = await stranger.GetAsync("/account/sign-in");
        other.StatusCode.Should().Be(HttpStatusCode.OK, "only bills are limited");
    }

    [Fact]
    public async Task A_user_opens_the_pdf_of_an_invoice_and_another_merchants_user_does_not()
    {
        var (_, invoice) = await BillAsync(InvoiceStatus.Paid);
        using var viewer = new HttpVisitor(web);
        await viewer.SignInAsync("viewer@fpy.example");
        using var other = new HttpVisitor(web);
        await other.SignInAsync("admin@t8v.example");

        using var mine = await viewer.GetAsync($"/billings/{invoice.Number}/pdf");
        using var theirs = await other.GetAsync($"/billings/{invoice.Number}/pdf");
        using var nobodys = await stranger.GetAsync($"/billings/{invoice.Number}/pdf");

        mine.Content.Headers.ContentDisposition!.DispositionType.Should().Be("inline");
        PdfText.Pages(await mine.Content.ReadAsByteArrayAsync()).Should().BePositive();
        theirs.StatusCode.Should().Be(HttpStatusCode.NotFound);
        nobodys.LeadsTo().Should().StartWith("/account/sign-in");
    }

    private async Task<(string Key, Invoice Invoice)> BillAsync(InvoiceStatus status, Language language = Language.English)
    {
        await using var db = await web.Get<IDbContextFactory<BillingDb>>().CreateDbContextAsync();
        var invoice = await db.Set<Invoice>()
            .Where(i => i.MerchantId == 1 && i.Status == status && i.BillKey == null)
            .OrderBy(i => i.Id)
            .FirstAsync();
        invoice.With((nameof(Invoice.BillKey), PublicLinkKey.New()), (nameof(Invoice.Language), language));
        await db.SaveChangesAsync();
        return (invoice.BillKey!, invoice);
    }
}
