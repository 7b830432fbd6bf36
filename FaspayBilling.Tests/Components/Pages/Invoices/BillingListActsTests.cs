using Bunit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Pages.Invoices;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Tests.Components.Pages.Invoices;

/// <summary>What can be done in the Billing List, and what it hears.</summary>
public sealed class BillingListActsTests : PageTest
{
    [Fact]
    public async Task The_menu_of_a_row_acts_and_the_row_shows_it()
    {
        var invoice = await Fpy.InvoiceAsync(number: "INV-FPY-112600001");
        var page = Open();

        page.MenuOf("Actions for INV-FPY-112600001")
            .Should().Equal(
                "Record payment", "Resend", "Generate E-Faktur No", "Credit note", "Debit note", "Cancel", "Upload Document", "Duplicate");
        page.ByRole("menuitem", "Cancel").Click();
        page.Press("Yes");
        page.Press("OK");

        page.WaitForAssertion(() => page.RowsOf()[0].Should().Contain("Cancelled"));
        (await Db.StoredAsync(invoice)).Status.Should().Be(InvoiceStatus.Cancelled);
    }

    [Theory]
    [InlineData("PDF", "invoices.pdf")]
    [InlineData("Zip of PDFs", "invoices.zip")]
    public async Task Checked_rows_are_printed_into_one_file(string button, string file)
    {
        var first = await Fpy.InvoiceAsync();
        var second = await Fpy.InvoiceAsync();
        var page = Open();
        Check(page, first, second);

        page.Press(button);

        page.WaitForAssertion(() => page.ByRole("link", "Download").GetAttribute("download").Should().Be(file));
    }

    [Fact]
    public async Task Checked_rows_are_cancelled_together_with_a_result_for_each_that_could_not()
    {
        var unpaid = await Fpy.InvoiceAsync(InvoiceStatus.Unpaid);
        var paid = await Fpy.InvoiceAsync(InvoiceStatus.Paid);
        var left = await Fpy.InvoiceAsync(InvoiceStatus.Unpaid);
        var page = Open();
        Check(page, unpaid, paid);

        page.Press("Cancel Billing");
        page.WaitForAssertion(() => page.ByRole("dialog", "Cancel Billing").TextContent.Should().Contain("Cancel 1 invoice?"));
        page.ByTestId("bulk-doing").TextContent.Should().Contain(unpaid.Number).And.Contain("PT Pelanggan Setia, Rp 1.110.000");
        page.ByTestId("bulk-leaving").TextContent.Should().Contain(paid.Number).And.Contain("this one is Paid");
        page.ByRole("dialog", "Cancel Billing").TextContent.Should().NotContain("E-Faktur", "none of them has a number");
        page.ByLabel("Reason (optional)").Change("Ordered twice");
        page.Press("Yes");

        page.WaitForAssertion(() => page.ByTestId("bulk-done").TextContent.Should().Be("1 invoice cancelled."));
        page.Press("OK");

        page.WaitForAssertion(() => page.RowsOf().Single(r => r.Contains(unpaid.Number, StringComparison.Ordinal))
            .Should().Contain("Cancelled"));
        page.RowsOf().Single(r => r.Contains(left.Number, StringComparison.Ordinal)).Should().Contain("Unpaid");
        page.FindByRole("button", "Cancel Billing").Should().BeNull("nothing is checked any more");
        (await Db.HistoryAsync()).Select(h => h.What()).Should().Contain("Cancelled: Ordered twice");
    }

    [Fact]
    public async Task What_was_paid_after_the_question_was_asked_is_told_as_not_done()
    {
        var first = await Fpy.InvoiceAsync(InvoiceStatus.Unpaid);
        var second = await Fpy.InvoiceAsync(InvoiceStatus.Unpaid);
        var page = Open();
        Check(page, first, second);
        page.Press("Cancel Billing");
        page.WaitForAssertion(() => page.ByTestId("bulk-doing").TextContent.Should().Contain(second.Number));
        await Db.Get<CancelInvoice>().HandleAsync(Fpy.Finance, second.Number, default);

        page.Press("Yes");

        page.WaitForAssertion(() => page.ByTestId("bulk-done").TextContent.Should().Be("1 invoice cancelled."));
        page.ByTestId("bulk-refused").TextContent.Should().Contain(second.Number).And.Contain("Cancelled");
    }

    [Fact]
    public async Task Checked_drafts_are_deleted_together_and_what_was_issued_stays()
    {
        var draft = await Fpy.InvoiceAsync(InvoiceStatus.Draft);
        var issued = await Fpy.InvoiceAsync(InvoiceStatus.Unpaid);
        var page = Open();
        Check(page, draft, issued);

        page.Press("Delete");
        page.WaitForAssertion(() => page.ByTestId("bulk-leaving").TextContent.Should().Contain(issued.Number));
        page.Press("Yes");
        page.WaitForAssertion(() => page.ByTestId("bulk-done").TextContent.Should().Be("1 invoice deleted."));
        page.Press("OK");

        page.WaitForAssertion(() => page.RowsOf().Should().ContainSingle().Which.Should().Contain(issued.Number));
    }

    [Fact]
    public async Task Where_nothing_of_it_can_be_done_it_says_why_and_Yes_rests()
    {
        var draft = await Fpy.InvoiceAsync(InvoiceStatus.Draft);
        var page = Open();
        Check(page, draft);

        page.Press("Cancel Billing");

        page.WaitForAssertion(
            () => page.ByRole("dialog", "Cancel Billing").TextContent.Should().Contain("None of the checked invoices can be cancelled."));
        page.ByTestId("bulk-leaving").TextContent.Should().Contain("this one is Draft");
        page.ByRole("button", "Yes").HasAttribute("disabled").Should().BeTrue();
    }

    [Fact]
    public async Task Checked_rows_get_numbers_until_none_is_left()
    {
        await Fpy.AvailableNumbersAsync(2026, 1, "000-26.00000001");
        var later = await Fpy.InvoiceAsync(date: new DateOnly(2026, 11, 9));
        var earlier = await Fpy.InvoiceAsync(date: new DateOnly(2026, 11, 2));
        var page = Open();
        Check(page, later, earlier);

        page.Press("Generate E-Faktur No");
        page.WaitForAssertion(() => page.ByTestId("bulk-doing").TextContent.Should().Contain(later.Number));
        page.Press("Yes");

        page.WaitForAssertion(() => page.ByTestId("bulk-done").TextContent.Should().Be("1 invoice got an E-Faktur No."));
        page.ByTestId("bulk-refused").TextContent.Should().Contain(later.Number).And.Contain("No E-Faktur No is available for 2026");
        page.Press("OK");
        page.WaitForAssertion(() => page.RowsOf().Single(r => r.Contains(earlier.Number, StringComparison.Ordinal))
            .Should().Contain("000-26.00000001"));
    }

    [Fact]
    public async Task No_leaves_everything_checked_and_as_it_was()
    {
        var invoice = await Fpy.InvoiceAsync();
        var page = Open();
        Check(page, invoice);

        page.Press("Cancel Billing");
        page.Press("No");

        page.WaitForAssertion(() => page.FindByRole("dialog").Should().BeNull());
        page.Markup.Should().Contain("1 checked");
        (await Db.StoredAsync(invoice)).Status.Should().Be(InvoiceStatus.Unpaid);
    }

    [Fact]
    public async Task What_another_tab_did_to_a_shown_row_shows_and_checks_stay()
    {
        var invoice = await Fpy.InvoiceAsync();
        var page = Open();
        Check(page, invoice);

        await Db.Get<CancelInvoice>().HandleAsync(Fpy.Admin, invoice.Number, default);

        page.WaitForAssertion(() => page.RowsOf()[0].Should().Contain("Cancelled"));
        page.Markup.Should().Contain("1 checked");
    }

    [Fact]
    public async Task A_new_invoice_is_offered_and_comes_when_asked_for()
    {
        var invoice = await Fpy.InvoiceAsync(number: "INV-FPY-032300400", date: new DateOnly(2023, 3, 7));
        await Fpy.InvoiceAsync();
        var page = Open("/billings?from=2026-01-01");
        page.WaitForAssertion(() => page.RowsOf().Should().ContainSingle());

        await Db.Get<DuplicateInvoice>().HandleAsync(Fpy.Admin, invoice.Number, default);

        page.WaitForAssertion(() => page.Markup.Should().Contain("This page changed elsewhere."));
        page.RowsOf().Should().ContainSingle();
        page.Press("Refresh");
        page.WaitForAssertion(() => page.RowsOf().Should().HaveCount(2));
        page.Markup.Should().NotContain("This page changed elsewhere.");
    }

    [Fact]
    public async Task What_another_merchant_does_is_not_heard()
    {
        var other = await Db.Given.MerchantAsync("OTH");
        var theirs = await other.InvoiceAsync();
        var ours = await Fpy.InvoiceAsync();
        var page = Open();
        page.WaitForAssertion(() => page.RowsOf().Should().ContainSingle());
        var renders = page.RenderCount;

        await Db.Get<DuplicateInvoice>().HandleAsync(other.Admin, theirs.Number, default);
        page.RenderCount.Should().Be(renders);
        await Db.Get<DuplicateInvoice>().HandleAsync(Fpy.Admin, ours.Number, default);

        page.WaitForAssertion(() => page.RenderCount.Should().BeGreaterThan(renders));
    }

    [Fact]
    public async Task A_closed_page_listens_no_more()
    {
        await Fpy.InvoiceAsync();
        var page = Open();
        page.WaitForAssertion(() => Db.Live.Listeners.Should().Be(1));

        await DisposeComponentsAsync();

        Db.Live.Listeners.Should().Be(0);
    }

    private static void Check(IRenderedComponent<Screen> page, params Invoice[] invoices)
    {
        foreach (var invoice in invoices)
        {
            page.WaitForAssertion(() => page.CheckRow(invoice.Number));
        }
    }

    private IRenderedComponent<Screen> Open(string address = "/billings")
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Show<BillingList>();
    }
}
