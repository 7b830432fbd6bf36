using Bunit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Pages.Invoices.Form;
using FaspayBilling.Web.Components.Ui;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Components.Pages.Invoices;

/// <summary>The invoice form does one thing at a time, whichever buttons are pressed.</summary>
public sealed class InvoiceFormOnceTests : PageTest
{
    [Fact]
    public async Task Two_buttons_pressed_before_the_page_answers_make_one_invoice()
    {
        await Fpy.CustomerAsync();
        var page = Show<InvoiceFormPage>(_ => { });
        page.WaitForAssertion(() => page.FindAll(".invoice-form").Should().HaveCount(1));
        page.ByLabel("Customer Name").Input("setia");
        page.WaitForAssertion(() => page.FindAll("[role=listbox] [role=option]").Should().ContainSingle());
        page.ByLabel("Customer Name").KeyDown(Key.Enter);
        page.ByLabel("Customer Name").KeyUp(Key.Enter);
        page.WaitForAssertion(() => page.Find("[name=CustomerId]").GetAttribute("value").Should().NotBeNullOrEmpty());
        page.ByLabel("Line 1: Item").Input("Hosting");
        page.ByLabel("Line 1: Price").Input("1.000.000");
        var buttons = page.FindComponents<BusyButton>().Where(b => b.Instance.Text is "Save Draft" or "Save & Send").ToList();

        await page.InvokeAsync(() => Task.WhenAll(buttons.Select(b => b.Instance.OnClick.InvokeAsync())));

        buttons.Should().HaveCount(2);
        page.WaitForAssertion(() => page.Find("[data-testid=saved]").TextContent.Should().Contain("was saved."));
        (await Db.ReadAsync(d => d.Set<Invoice>().CountAsync())).Should().Be(1);
    }
}
