using FaspayBilling.Tests.Support;
using Microsoft.Playwright;

namespace FaspayBilling.Tests.EndToEnd;

/// <summary>Who types faster than the line answers loses no letter, and finds what was typed.</summary>
public sealed class TypingAheadTests(DemoSite site) : IClassFixture<DemoSite>
{
    // Both ways: what is typed arrives late, and so does the answer, in their order.
    private const string Late =
        """
        const send = WebSocket.prototype.send;
        WebSocket.prototype.send = function (data) { setTimeout(() => send.call(this, data), 350); };
        const heard = Object.getOwnPropertyDescriptor(WebSocket.prototype, "onmessage");
        Object.defineProperty(WebSocket.prototype, "onmessage", {
          get() { return heard.get.call(this); },
          set(handler) { heard.set.call(this, handler && (e => setTimeout(() => handler.call(this, e), 350))); },
        });
        """;

    [ChromiumTheory]
    [InlineData(20)]
    [InlineData(90)]
    [InlineData(200)]
    public async Task A_customer_is_found_by_the_name_that_was_typed(int pause)
    {
        await using var guest = await ComeAsync("/billings/new", "New invoice");
        var customer = guest.Page.GetByRole(AriaRole.Combobox, new() { Name = "Customer Name" });

        await customer.PressSequentiallyAsync("media indonusa", new() { Delay = pause });

        await Assertions.Expect(customer).ToHaveValueAsync("media indonusa");
        await guest.Page.GetByRole(AriaRole.Option).Filter(new() { HasText = "PT. Media Indonusa (ASTEL Group)" }).ClickAsync();
        await Assertions.Expect(customer).ToHaveValueAsync("PT. Media Indonusa (ASTEL Group)");
    }

    [ChromiumTheory]
    [InlineData("Invoice Subject", "Hosting and support in November", 30)]
    [InlineData("Line 1: Item", "Hosting and support in November", 30)]
    [InlineData("Line 1: Price", "1250000", 60)]
    [InlineData("Line 1: Unit", "Bulan", 60)]
    public async Task A_field_of_the_invoice_holds_what_was_typed(string label, string text, int pause)
    {
        await using var guest = await ComeAsync("/billings/new", "New invoice");
        var field = guest.Page.GetByLabel(label, new() { Exact = true }).First;

        await field.PressSequentiallyAsync(text, new() { Delay = pause });
        await guest.Page.WaitForTimeoutAsync(1500);

        (await field.InputValueAsync()).Should().Be(text);
    }

    [ChromiumFact]
    public async Task A_search_holds_what_was_typed()
    {
        await using var guest = await ComeAsync("/billings", "Billings");
        var search = guest.Page.GetByTestId("search");

        await search.PressSequentiallyAsync("media indonusa", new() { Delay = 150 });
        await guest.Page.WaitForTimeoutAsync(2500);

        (await search.InputValueAsync()).Should().Be("media indonusa");
    }

    [ChromiumFact]
    public async Task What_was_typed_before_the_line_answered_is_kept()
    {
        await using var guest = await ComeAsync("/billings/new", "New invoice");
        await guest.Page.GetByLabel("Invoice Subject").FillAsync("Typed at once");
        await guest.Page.IsKeptAsync();

        await guest.GoAsync("/billings/new", "New invoice");

        await Assertions.Expect(guest.Page.GetByTestId("kept")).ToContainTextAsync("Typed at once");
    }

    private async Task<Guest> ComeAsync(string path, string heading)
    {
        var guest = await Guest.ComeAsync(site.Web, "admin@fpy.example");
        await guest.Page.AddInitScriptAsync(Late);
        await guest.GoAsync(path, heading);
        return guest;
    }
}
