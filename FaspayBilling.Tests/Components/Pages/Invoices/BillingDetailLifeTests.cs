using Bunit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Domain.Invoices.Lines;
using FaspayBilling.Core.Features.Invoices.Form;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Pages.Invoices;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Tests.Components.Pages.Invoices;

/// <summary>What the detail page shows of an invoice's life: texts, tax, notes both ways, payments that were undone.</summary>
public sealed class BillingDetailLifeTests : PageTest
{
    [Fact]
    public async Task All_that_was_written_on_the_form_is_shown()
    {
        var input = (await Fpy.ContentAsync()) with
        {
            TransactionCode = "07",
            AdditionalInfo = "TD.00501",
            FacilityStamp = "TD.01101",
            SupportingDocument = "S-1",
            Header = "Dear customer,\nthank you.",
            Notes = "Pay soon",
            NotesOnPdf = true,
            Lines =
            [
                InvoiceLineInput.Empty with
                {
                    Name = "Car", Kind = LineKind.Goods, GoodsCode = "870300", Price = 1_000_000, Luxury = true, LuxuryTaxRate = 20,
                },
            ],
        };
        var number = (await Db.Get<SaveInvoice>().HandleAsync(Fpy.Finance, input, AfterSave.Keep, null, default)).Value;

        var page = Open(number);

        page.WaitForAssertion(() => page.ByTestId("subject").TextContent.Should().Be("November"));
        page.ByTestId("header").TextContent.Should().Be("Dear customer,\nthank you.");
        page.ByTestId("notes").TextContent.Should().Be("Pay soon");
        page.ByTestId("facility").TextContent.Should().Contain("TD.00501, TD.01101: untuk Kawasan Bebas");
        (
            page.ByTestId("other-tax-base").TextContent,
            page.ByTestId("vat").TextContent,
            page.ByTestId("luxury-tax").TextContent,
            page.ByTestId("total").TextContent)
            .Should().Be(("Rp 1.000.000", "Rp 120.000", "Rp 200.000", "Rp 1.000.000"));
        page.Markup.Should().Contain("not charged").And.Contain("Goods 870300, luxury, PPnBM 20 %");
    }

    [Fact]
    public async Task A_credit_note_and_its_invoice_lead_to_each_other_and_undoing_is_told_on_both()
    {
        var invoice = await Fpy.InvoiceAsync();
        var input = (await Fpy.ContentAsync()) with
        {
            InvoiceTax = false,
            SettlesReference = true,
            Lines = [InvoiceLineInput.Empty with { Name = "Discount", Price = 110_000 }]
        };
        var note = (await Db.Get<SaveInvoice>()
            .HandleAsync(Fpy.Finance, input, AfterSave.Issue, new NoteRequest(DocumentType.CreditNote, invoice.Number), default)).Value;
        var page = Open(invoice.Number);
        page.WaitForAssertion(() => page.ByTestId("reference").TextContent.Should().Contain($"{note} -Rp 110.000, Paid"));
        page.Find("[data-testid=payments] a").GetAttribute("href").Should().Be($"/billings/{note}");

        page.Press($"Undo the payment of Rp 110.000 on 16/11/2026");
        page.Press("Yes");
        page.Press("OK");

        page.WaitForAssertion(() => page.ByTestId("outstanding").TextContent.Should().Be("Rp 1.110.000"));
        page.ByTestId("payments").TextContent.Should().Contain("Undone").And.Contain("Fina Finance");
        page.AllByRole("button").Where(b => Roles.NameOf(b).StartsWith("Undo", StringComparison.Ordinal)).Should().BeEmpty();
        var other = Open(note);
        other.WaitForAssertion(() => other.ByTestId("outstanding").TextContent.Should().Be("Rp 110.000"));
        other.ByTestId("reference").QuerySelector("a")!.TextContent.Should().Be(invoice.Number);
    }

    [Fact]
    public async Task A_viewer_undoes_nothing()
    {
        var invoice = await Fpy.InvoiceAsync(InvoiceStatus.Paid);
        SignIn(Fpy.Viewer);
        var page = Open(invoice.Number);

        page.WaitForAssertion(() => page.ByTestId("payments").Should().NotBeNull());
        page.AllByRole("button").Where(b => Roles.NameOf(b).StartsWith("Undo", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Theory]
    [InlineData(InvoiceStatus.Draft, "Edit", "/billings/INV-FPY-112600001/edit")]
    [InlineData(InvoiceStatus.Unpaid, "Credit note", "/billings/new?note=credit&for=INV-FPY-112600001")]
    [InlineData(InvoiceStatus.Unpaid, "Debit note", "/billings/new?note=debit&for=INV-FPY-112600001")]
    public async Task What_is_written_on_the_form_opens_it(InvoiceStatus status, string action, string address)
    {
        var page = Open((await Fpy.InvoiceAsync(status)).Number);

        page.Choose(action);

        page.WaitForAssertion(() => Services.GetRequiredService<NavigationManager>().Uri.Should().EndWith(address));
    }

    [Fact]
    public async Task Resend_asks_and_mails()
    {
        var page = Open((await Fpy.InvoiceAsync()).Number);

        page.Choose("Resend");
        page.Press("Yes");

        page.WaitForAssertion(() => page.Markup.Should().Contain("The mail is on its way"));
        (await Db.MailsAsync()).Should().ContainSingle().Which.To.Should().Be("billing@pelanggan.example");
    }

    private IRenderedComponent<Screen> Open(string number) => Show<BillingDetailPage>(p => p.Add(d => d.Number, number));
}
