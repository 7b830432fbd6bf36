using Bunit;
using FaspayBilling.Core.Outbox.Callbacks;
using FaspayBilling.Tests.Outbox.Callbacks;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Tests.Components.Pages.Outbox;

public sealed class CallbacksTests : PageTest
{
    private PaidBill paid = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        paid = new PaidBill(Db, Fpy, await Db.SystemAsync(Fpy), null!, "");
        await Db.ReadAsync(d => d.Set<Core.Domain.Merchants.BillingSettings>()
            .ExecuteUpdateAsync(s => s.SetProperty(b => b.CallbackUrl, "https://shop.example.co.id/callback")));
        var bill = (await paid.System.CreateAsync("1001")).Value;
        paid = paid with
        {
            Bill = bill,
            Number = await Db.ReadAsync(d => d.Set<Core.Domain.Invoices.Invoice>().Select(i => i.Number).SingleAsync())
        };
    }

    [Fact]
    public async Task A_failed_callback_shows_its_reason_its_JSON_and_is_made_again()
    {
        await FailAsync();
        var page = Open();
        page.WaitForAssertion(() => page.RowsOf()
            .Should().ContainSingle().Which
            .Should().Contain("Failed").And
            .Contain("HTTP 500: down").And
            .Contain("1001").And
            .Contain("https://shop.example.co.id/callback"));
        page.ByRole("link", paid.Number).GetAttribute("href").Should().Be($"/billings/{paid.Number}");

        page.Choose("View", $"Actions for the callback of {paid.Number}");
        page.WaitForAssertion(() => page.ByTestId("callback").TextContent
            .Should().Contain("\"payment_amount\": \"10000\"").And
            .Contain("\"signature\": \"\""));
        page.Press("Close");
        page.Choose("Try again", $"Actions for the callback of {paid.Number}");
        page.Press("Yes");
        page.Press("OK");

        page.WaitForAssertion(() => page.RowsOf().Single().Should().Contain("Waiting").And.NotContain("HTTP 500"));
        (await paid.OnlyAsync()).Attempts.Should().Be(0);
    }

    [Fact]
    public async Task A_viewer_may_look_and_not_call()
    {
        await FailAsync();
        SignIn(Fpy.Viewer);

        Open().MenuOf($"Actions for the callback of {paid.Number}").Should().Equal("View");
    }

    [Fact]
    public void Nothing_there_says_where_the_address_is_set()
    {
        var page = Open();

        page.WaitForAssertion(() => page.Markup.Should().Contain("Settings, API access"));
        page.ByRole("link", "Mail").GetAttribute("href").Should().Be("/mail");
    }

    [Fact]
    public async Task A_filter_of_the_address_holds()
    {
        await FailAsync();

        var page = Open("/mail/callbacks?state=Delivered");

        page.WaitForAssertion(() => page.Markup.Should().Contain("No callback is in this state."));
    }

    private async Task FailAsync()
    {
        await paid.PayAsync();
        await Db.ReadAsync(d => d.Set<CallbackCall>()
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.State, CallbackState.Failed)
                .SetProperty(c => c.Attempts, 6)
                .SetProperty(c => c.LastError, "HTTP 500: down")));
    }

    private IRenderedComponent<Screen> Open(string address = "/mail/callbacks")
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Show<Web.Components.Pages.Outbox.Callbacks>();
    }
}
