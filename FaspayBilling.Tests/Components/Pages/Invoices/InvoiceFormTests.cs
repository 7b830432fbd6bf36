using Bunit;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Pages.Invoices.Form;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Tests.Components.Pages.Invoices;

/// <summary>The invoice form as it is typed on, by labels and roles.</summary>
public sealed class InvoiceFormTests : PageTest
{
    [Fact]
    public async Task A_customer_is_found_by_typing_and_presets_Invoice_Tax_and_its_code()
    {
        var customer = await Fpy.CustomerAsync();
        await Db.ReadAsync(d => d.Set<Customer>().ExecuteUpdateAsync(s => s.SetProperty(c => c.TransactionCode, "02")));
        var page = Open();

        ChooseSetia(page);

        page.WaitForAssertion(() => page.ByLabel("Customer Name").GetAttribute("value").Should().Be(customer.Name));
        page.ByLabel("Invoice Tax").HasAttribute("checked").Should().BeTrue();
        page.WaitForAssertion(() => Chosen(page, "Transaction code").Should().StartWith("02"));
    }

    [Fact]
    public async Task A_letter_typed_into_a_chosen_customer_chooses_none_and_who_is_not_found_is_offered_to_be_made()
    {
        await Fpy.CustomerAsync();
        var page = Open();
        ChooseSetia(page);
        page.WaitForAssertion(() => page.Find("[name=CustomerId]").GetAttribute("value").Should().NotBeNullOrEmpty());

        page.ByLabel("Customer Name").Input("PT Pelanggan Setiap");

        page.WaitForAssertion(() => page.ByRole("status").TextContent.Should().Be("No customer found. Add New Customer makes one."));
        page.ByLabel("Customer Name").GetAttribute("value").Should().Be("PT Pelanggan Setiap");
        page.Find("[name=CustomerId]").GetAttribute("value").Should().BeNullOrEmpty();
    }

    [Fact]
    public async Task The_sums_follow_every_keystroke_and_the_date()
    {
        await Fpy.CustomerAsync();
        var page = Open();
        page.ByLabel("Invoice Tax").Change(true);

        page.ByLabel("Line 1: Item").Input("Hosting");
        page.ByLabel("Line 1: Quantity").Input("2,5");
        page.ByLabel("Line 1: Price").Input("400.000");
        Sums(page).Should().Equal("Rp 1.000.000", "Rp 916.666,67", "Rp 110.000", "Rp 1.110.000");

        page.ByLabel("Line 1: Discount").Input("100.000");
        Sums(page).Should().Equal("Rp 900.000", "Rp 825.000", "Rp 99.000", "Rp 999.000");

        page.ByLabel("Invoice Date").Change("31/03/2022");
        Sums(page).Should().Equal("Rp 900.000", "Rp 900.000", "Rp 90.000", "Rp 990.000");
        Chosen(page, "Transaction code").Should().StartWith("01", "the usual code of that day");
        page.ByLabel("Due Date").GetAttribute("value").Should().Be("30/04/2022");
    }

    [Fact]
    public void Codes_07_and_08_ask_for_the_facility_and_charge_no_tax()
    {
        var page = Open();
        page.ByLabel("Invoice Tax").Change(true);
        page.ByLabel("Line 1: Price").Input("1.000.000");
        page.FindAll("label").Select(l => l.TextContent).Should().NotContain(l => l.StartsWith("Facility"));

        page.Pick("Transaction code", "08 VAT exempted");

        page.ChoicesOf("Facility").Should().HaveCount(11);
        Sums(page).Should().Equal("Rp 1.000.000", "Rp 916.666,67", "Rp 110.000", "Rp 1.000.000");
    }

    [Fact]
    public void Since_2025_code_01_without_luxury_goods_is_wondered_about()
    {
        var page = Open();
        page.ByLabel("Invoice Tax").Change(true);
        page.Pick("Transaction code", "01 To parties who are not VAT collectors");
        page.Markup.Should().Contain("Since 2025 code 01 is for luxury goods");

        page.ByLabel("Line 1: Luxury goods").Change(true);
        page.Markup.Should().NotContain("Since 2025 code 01 is for luxury goods");
    }

    [Fact]
    public async Task Save_and_Send_issues_the_invoice_and_leads_to_it()
    {
        await Fpy.CustomerAsync();
        await Fpy.AvailableNumbersAsync(2026, 3);
        var page = Open();
        ChooseSetia(page);
        page.WaitForAssertion(() => page.ByLabel("Invoice Tax").HasAttribute("checked").Should().BeTrue());
        page.ByLabel("Line 1: Item").Input("Hosting");
        page.ByLabel("Line 1: Price").Input("1.000.000");

        page.Press("Save & Send");
        page.WaitForAssertion(() => page.Find("[data-testid=saved]").TextContent.Should().Contain("INV-FPY-112600001 was issued."));
        page.Press("OK");

        Services.GetRequiredService<NavigationManager>().Uri.Should().EndWith("/billings/INV-FPY-112600001");
        var stored = await Db.ReadAsync(d => d.Set<Invoice>().SingleAsync());
        (stored.Status, stored.Total, stored.TaxNumber is null).Should().Be((InvoiceStatus.Unpaid, 1_110_000m, false));
    }

    [Fact]
    public void What_is_refused_stands_at_its_field_and_what_was_typed_stays()
    {
        var page = Open();
        page.ByLabel("Line 1: Item").Input("Hosting");
        page.ByLabel("Line 1: Price").Input("1234.56");

        page.Press("Save Draft");

        page.WaitForAssertion(() => page.ErrorAt("Customer Name").Should().Contain("Choose a customer"));
        page.ByLabel("Line 1: Price").GetAttribute("aria-invalid").Should().Be("true");
        page.Find(".line-errors").TextContent.Should().Contain("Line 1: enter a price");
        page.ByLabel("Line 1: Item").GetAttribute("value").Should().Be("Hosting");
        page.ByLabel("Line 1: Price").GetAttribute("value").Should().Be("1234.56");
    }

    [Fact]
    public void Lines_are_added_moved_and_deleted_by_their_buttons()
    {
        var page = Open();
        page.ByLabel("Line 1: Item").Input("A");
        page.Press("Add line");
        page.ByLabel("Line 2: Item").Input("B");

        page.ByRole("button", "Line 2: move up").Click();
        Items(page).Should().Equal("B", "A");
        page.ByRole("button", "Line 1: delete").Click();
        Items(page).Should().Equal("A");
    }

    [Fact]
    public async Task With_the_module_off_nothing_of_the_tax_office_is_asked()
    {
        await Db.ReadAsync(d => d.Set<BillingSettings>().ExecuteUpdateAsync(s => s.SetProperty(b => b.EFakturModule, false)));
        var page = Open();

        page.FindAll("th").Select(t => t.TextContent).Should().NotContain(["Code", "Kind"]);
        page.FindAll("[role=switch]").Should().BeEmpty();
        page.ByLabel("Line 1: Unit").Should().NotBeNull();
    }

    [Fact]
    public async Task A_draft_is_changed_under_its_number()
    {
        var draft = await Fpy.InvoiceAsync(InvoiceStatus.Draft);
        var page = Open(draft.Number);
        page.ByLabel("Line 1: Price").GetAttribute("value").Should().Be("1.000.000");
        page.ByLabel("Invoice Subject").Change("Changed");

        page.Press("Save Draft");

        page.WaitForAssertion(() => page.Find("[data-testid=saved]").TextContent.Should().Contain($"{draft.Number} was saved."));
        (await Db.StoredAsync(draft)).Subject.Should().Be("Changed");
    }

    [Fact]
    public async Task A_credit_note_keeps_the_customer_and_is_taken_off_when_it_is_sent()
    {
        var invoice = await Fpy.InvoiceAsync();
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/billings/new?note=credit&for={invoice.Number}");
        var page = Open();
        page.ByRole("heading", $"New credit note for {invoice.Number}").Should().NotBeNull();
        page.ByLabel("Customer Name").HasAttribute("disabled").Should().BeTrue();
        page.ByLabel("Line 1: Price").Input("100.000");

        page.Press("Save & Send");

        page.WaitForAssertion(() => page.Find("[data-testid=saved]").TextContent.Should().Contain("was issued."));
        (await Db.StoredAsync(invoice)).Outstanding.Should().Be(999_000m, "VAT is taken back with the price");
        (await Db.ReadAsync(d => d.Set<Invoice>().SingleAsync(i => i.DocumentType == DocumentType.CreditNote))).RefersToId
            .Should().Be(invoice.Id);
    }

    [Fact]
    public async Task What_cannot_be_changed_says_why()
    {
        var invoice = await Fpy.InvoiceAsync();
        var page = Show<InvoiceFormPage>(p => p.Add(f => f.Number, invoice.Number));

        page.WaitForAssertion(() => page.Markup.Should().Contain("Only a Draft or a Proforma can be changed"));
    }

    [Fact]
    public void A_viewer_gets_no_form()
    {
        SignIn(Fpy.Viewer);
        var page = Show<InvoiceFormPage>();

        page.WaitForAssertion(() => page.Markup.Should().Contain("Your role does not allow this"));
    }

    [Fact]
    public async Task Of_500_lines_a_keystroke_renders_one_and_the_sums()
    {
        var lines = Enumerable.Range(1, 500).Select(i => TestInvoice.Line(1_000, name: $"Item {i}", position: i));
        var draft = await Fpy.InvoiceAsync(InvoiceStatus.Draft, also: i => i.Bill(lines));
        var page = Open(draft.Number);
        var rows = page.FindComponents<LineRow>();
        var sums = page.FindComponent<TotalsPanel>();
        var before = (Page: page.RenderCount, Rows: rows.Select(r => r.RenderCount).ToList(), Sums: sums.RenderCount);

        rows[249].Find("input[name$=Price]").Input("2.000");

        sums.Find("[data-testid=tax-base]").TextContent.Should().Be("Rp 501.000");
        rows.Select((r, i) => r.RenderCount - before.Rows[i]).Sum().Should().Be(1, "only the line that was typed on");
        (sums.RenderCount - before.Sums).Should().Be(1);
        page.Instance.Should().NotBeNull();
    }

    private static IReadOnlyList<string> Sums(IRenderedComponent<Screen> page) =>
        [.. new[] { "tax-base", "other-tax-base", "vat", "form-total" }.Select(id => page.ByTestId(id).TextContent)];

    private static IReadOnlyList<string?> Items(IRenderedComponent<Screen> page) =>
    [
        .. page.FindAll("td.item input").Select(i => i.GetAttribute("value")).Where(v => v is { Length: > 0 })
    ];

    private static string Chosen(IRenderedComponent<Screen> page, string label) => page.ByLabel(label).GetAttribute("value")!;

    private static void ChooseSetia(IRenderedComponent<Screen> page)
    {
        page.ByLabel("Customer Name").Input("setia");
        page.WaitForAssertion(() => page.FindAll("[role=listbox] [role=option]").Should().ContainSingle());
        page.ByLabel("Customer Name").KeyDown(Key.Enter);
        page.ByLabel("Customer Name").KeyUp(Key.Enter);
    }

    private IRenderedComponent<Screen> Open(string? number = null)
    {
        var page = Show<InvoiceFormPage>(p => p.Add(f => f.Number, number));
        page.WaitForAssertion(() => page.FindAll(".invoice-form").Should().HaveCount(1));
        return page;
    }
}
