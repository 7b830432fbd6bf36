using Bunit;
using FaspayBilling.Core.Domain.Invoices.Actions;
using FaspayBilling.Core.Faults;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Layout;
using FaspayBilling.Web.Components.Pages;
using FaspayBilling.Web.Components.Pages.Invoices;
using FaspayBilling.Web.Components.Pages.Invoices.Dialogs;
using FaspayBilling.Web.Components.Pages.Settings;
using FaspayBilling.Web.Components.Ui;
using FaspayBilling.Web.Components.Ui.Waiting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Tests.Components.Pages;

/// <summary>Pages stay open while the database is away, say so, and go on by themselves.</summary>
public sealed class DatabaseAwayTests : PageTest
{
    private DatabaseWait Database => Services.GetRequiredService<DatabaseWait>();

    [Fact]
    public async Task A_dialog_says_it_keeps_what_was_typed_and_saves_it_once_when_it_is_back()
    {
        var invoice = await Fpy.InvoiceAsync(price: 1_000_000m);
        var page = Show<BillingDetailPage>(p => p.Add(d => d.Number, invoice.Number));
        page.Choose("Record payment");
        page.ByLabel("Amount").Change("5.000");
        page.ByLabel("Note").Change("first part");
        await using (await Outage.BeginAsync(Db))
        {
            page.SendForm("payment");

            page.WaitForAssertion(() => page.Markup.Should().Contain("The database cannot be written now; nothing was changed."));
            page.ByLabel("Amount").GetAttribute("value").Should().Be("5.000");
            page.ByLabel("Note").GetAttribute("value").Should().Be("first part");
        }

        page.SendForm("payment");
        page.Press("OK");

        (await Db.StoredAsync(invoice)).Payments.Should().ContainSingle().Which.Amount.Should().Be(5_000m);
    }

    [Fact]
    public async Task A_page_that_could_not_be_read_is_read_when_it_is_back()
    {
        await Fpy.InvoiceAsync();
        IRenderedComponent<Screen> page;
        await using (await Outage.BeginAsync(Db))
        {
            page = Show<BillingList>();
            page.WaitForAssertion(() => Database.Silent.Should().BeTrue());
        }

        page.WaitForAssertion(() =>
        {
            Clock.Advance(TimeSpan.FromSeconds(2));
            page.RowsOf().Should().ContainSingle();
        });
        page.WaitForAssertion(() => Database.Silent.Should().BeFalse());
    }

    [Fact]
    public async Task Parts_of_a_page_that_are_left_while_it_is_away_ask_it_no_more()
    {
        IReadOnlyList<string> numbers = ["INV-FPY-1"];
        await using var outage = await Outage.BeginAsync(Db);
        Render<CallbackForm>(p => p.Add(f => f.Actor, Fpy.Admin));
        Render<BulkDialog>(p => p.Add(b => b.Actor, Fpy.Finance).Add(b => b.Action, InvoiceAction.Cancel).Add(b => b.Numbers, numbers));
        Until(() => Database.Silent).Should().BeTrue();

        await DisposeComponentsAsync();

        Until(() => !Database.Silent).Should().BeTrue("nobody waits for an answer any more");
    }

    [Fact]
    public void A_click_that_is_not_answered_leaves_the_page_as_it_is_and_tells_it_for_a_while()
    {
        var page = Show<Clicked>();
        var notice = Render<DatabaseNotice>();
        notice.Markup.Should().BeEmpty();

        page.Find("button").Click();

        page.Find("input").GetAttribute("value").Should().Be("typed");
        notice.WaitForAssertion(() => notice.Find("[role=status]").TextContent.Should().Contain("The database does not answer."));
        Clock.Advance(TimeSpan.FromSeconds(10));
        notice.WaitForAssertion(() => notice.Markup.Should().BeEmpty());
    }

    private static bool Until(Func<bool> so) => SpinWait.SpinUntil(so, TimeSpan.FromSeconds(10));

    private sealed class Clicked : AnsweredComponent
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenElement(0, "input");
            builder.AddAttribute(1, "value", "typed");
            builder.CloseElement();
            builder.OpenElement(2, "button");
            builder.AddAttribute(3, "onclick", EventCallback.Factory.Create(this, async () =>
            {
                await Task.Yield();
                throw new DatabaseUnavailableException();
            }));
            builder.CloseElement();
        }
    }
}
