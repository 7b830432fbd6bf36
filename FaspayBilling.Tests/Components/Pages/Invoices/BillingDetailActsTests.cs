using Bunit;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Core.Features.Invoices.Payments;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Pages.Invoices;
using FaspayBilling.Web.Components.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Tests.Components.Pages.Invoices;

/// <summary>What happens when an action of the detail page is chosen.</summary>
public sealed class BillingDetailActsTests : PageTest
{
    private static readonly PaymentInput Part = new(1_000m, new DateOnly(2026, 11, 16), "Cash");

    [Fact]
    public async Task Yes_then_OK_show_the_new_state_without_a_reload()
    {
        var invoice = await Fpy.InvoiceAsync(taxNumber: "000-26.00000001");
        var page = Open(invoice);

        page.Choose("Cancel");
        page.ByRole("dialog", "Cancel").TextContent.Should().Contain(invoice.Number);
        page.Press("Yes");
        page.WaitForAssertion(() => page.ByRole("dialog", "Success").TextContent.Should().Contain("The invoice was cancelled."));
        page.Press("OK");

        page.WaitForAssertion(() => page.ByTestId("status").TextContent.Should().Be("Cancelled"));
        page.ByTestId("tax-number").TextContent.Should().Be("000-26.00000001");
        page.MenuOf().Should().Equal("Cancel E-Faktur No", "Upload Document", "Duplicate");
    }

    [Theory]
    [InlineData("000-26.00000001", "This cannot be undone. Its E-Faktur No stays held until it is given back.")]
    [InlineData(null, "This cannot be undone.")]
    public async Task Cancel_says_what_becomes_of_the_number_only_of_an_invoice_that_has_one(string? taxNumber, string said)
    {
        var invoice = await Fpy.InvoiceAsync(taxNumber: taxNumber);
        var page = Open(invoice);

        page.Choose("Cancel");

        var dialog = page.ByRole("dialog", "Cancel").TextContent;
        dialog.Should().Contain($"Cancel the invoice {invoice.Number}? {said}");
        dialog.Contains("stays held", StringComparison.Ordinal).Should().Be(taxNumber is not null);
    }

    [Fact]
    public async Task No_and_Escape_change_nothing()
    {
        var invoice = await Fpy.InvoiceAsync();
        var page = Open(invoice);

        page.Choose("Cancel");
        page.Press("No");
        page.Choose("Cancel");
        await page.EscapeAsync();

        page.WaitForAssertion(() => page.FindByRole("dialog").Should().BeNull());
        (await Db.StoredAsync(invoice)).Status.Should().Be(InvoiceStatus.Unpaid);
    }

    [Fact]
    public async Task Yes_pressed_twice_runs_once()
    {
        var invoice = await Fpy.InvoiceAsync();
        var page = Open(invoice);
        page.Choose("Duplicate");
        var (entered, busy) = (new TaskCompletionSource(), new TaskCompletionSource<int>());
        var writer = Task.Run(() => Db.Get<WriteGate>().EnterAsync(
            Fpy.Id,
            _ =>
            {
                entered.SetResult();
                return busy.Task;
            }, default));
        await entered.Task;

        // As two clicks that leave before the page answers the first: on the screen the button would rest by then.
        var yes = page.FindComponents<BusyButton>().Single(b => b.Instance.Text == "Yes").Instance.OnClick;
        var both = page.InvokeAsync(() => Task.WhenAll(yes.InvokeAsync(), yes.InvokeAsync()));
        busy.SetResult(0);
        await Task.WhenAll(both, writer);

        page.Press("OK");
        (await Db.ReadAsync(d => d.Set<Invoice>().CountAsync())).Should().Be(2);
    }

    [Fact]
    public async Task What_changed_meanwhile_is_said_in_the_dialog_and_shown_behind_it()
    {
        var invoice = await Fpy.InvoiceAsync();
        var page = Open(invoice);
        page.Choose("Cancel");
        (await Db.Get<RecordPayment>().HandleAsync(Fpy.Admin, invoice.Number, Part, default)).Ok.Should().BeTrue();

        page.Press("Yes");

        page.WaitForAssertion(() => page.ByRole("alert").TextContent.Should().Contain(
            "This was changed elsewhere, in another window or by somebody else. Review the updated page and try again."));
        page.WaitForAssertion(() => page.ByTestId("status").TextContent.Should().Be("Partially Paid"));
        page.Press("No");
        page.Choose("Cancel");
        page.Press("Yes");
        page.Press("OK");
        page.WaitForAssertion(() => page.ByTestId("status").TextContent.Should().Be("Cancelled"));
    }

    [Fact]
    public async Task The_notice_of_a_generated_number_names_it()
    {
        await Fpy.AvailableNumbersAsync(2026, 5, "000-26.00000001");
        var invoice = await Fpy.InvoiceAsync();
        var page = Open(invoice);

        page.Choose("Generate E-Faktur No");
        page.Press("Yes");

        page.WaitForAssertion(() => page.ByRole("dialog", "Success"));
        page.ByRole("dialog", "Success").TextContent
            .Should().Contain($"{invoice.Number} now has the E-Faktur No 000-26.00000001.", "at once, not when the page reads again");
        page.Press("OK");
        page.WaitForAssertion(() => page.ByTestId("tax-number").TextContent.Should().Be("000-26.00000001"));
    }

    [Fact]
    public async Task Without_a_number_left_the_dialog_says_so()
    {
        var page = Open(await Fpy.InvoiceAsync());

        page.Choose("Generate E-Faktur No");
        page.Press("Yes");

        page.WaitForAssertion(() => page.ByRole("alert").TextContent.Should().Contain("No E-Faktur No is available for 2026."));
        page.FindByRole("button", "Yes").Should().NotBeNull("it can be tried again");
    }

    [Fact]
    public async Task Issued_without_a_number_the_notice_warns()
    {
        var page = Open(await Fpy.InvoiceAsync(InvoiceStatus.Draft));

        page.Choose("Send");
        page.Press("Yes");

        page.WaitForAssertion(() => page.ByRole("dialog", "Success").TextContent
            .Should().Contain("The invoice was issued.").And
            .Contain("none is available for 2026"));
        page.Press("OK");
        page.WaitForAssertion(() => page.ByTestId("status").TextContent.Should().Be("Unpaid"));
    }

    [Fact]
    public async Task An_exported_number_is_given_back_only_with_the_box_ticked()
    {
        var invoice = await Fpy.InvoiceAsync(
            InvoiceStatus.Cancelled, taxNumber: "000-26.00000001", also: i => i.With((nameof(Invoice.ExportedAt), new DateTime(
                2026, 11, 1, 0, 0, 0, DateTimeKind.Utc))));
        var page = Open(invoice);

        page.Choose("Cancel E-Faktur No");
        page.ByRole("button", "Yes").HasAttribute("disabled").Should().BeTrue();
        page.ByRole("checkbox").Change(true);
        page.Press("Yes");
        page.Press("OK");

        page.WaitForAssertion(() => page.ByTestId("tax-number").TextContent.Should().Be("–"));
        (await Db.HistoryAsync()).Should().ContainSingle().Which.What().Should().Contain("never approved by the tax office");
    }

    [Fact]
    public async Task A_duplicate_is_opened()
    {
        var page = Open(await Fpy.InvoiceAsync(number: "INV-FPY-032300400"));

        page.Choose("Duplicate");
        page.Press("Yes");
        page.Press("OK");

        page.WaitForAssertion(() => Address.Should().EndWith("/billings/INV-FPY-112600001"));
    }

    [Fact]
    public async Task After_a_delete_the_list_is_opened()
    {
        var page = Open(await Fpy.InvoiceAsync(InvoiceStatus.Draft));

        page.Choose("Delete");
        page.Press("Yes");
        page.Press("OK");

        page.WaitForAssertion(() => Address.Should().EndWith("/billings"));
    }

    [Fact]
    public async Task What_another_tab_did_shows_without_a_reload()
    {
        var invoice = await Fpy.InvoiceAsync();
        var page = Open(invoice);
        page.WaitForAssertion(() => page.ByTestId("status").TextContent.Should().Be("Unpaid"));

        await Db.Get<CancelInvoice>().HandleAsync(Fpy.Admin, invoice.Number, default);

        page.WaitForAssertion(() => page.ByTestId("status").TextContent.Should().Be("Cancelled"));
        page.Markup.Should().Contain("Ada Admin");
    }

    [Fact]
    public async Task A_closed_page_listens_no_more()
    {
        var page = Open(await Fpy.InvoiceAsync());
        page.WaitForAssertion(() => Db.Live.Listeners.Should().Be(1));

        await DisposeComponentsAsync();

        Db.Live.Listeners.Should().Be(0);
    }

    private string Address => Services.GetRequiredService<NavigationManager>().Uri;

    private IRenderedComponent<Screen> Open(Invoice invoice) => Show<BillingDetailPage>(p => p.Add(d => d.Number, invoice.Number));
}
