using FaspayBilling.Core.Accounts;
using FaspayBilling.Tests.Support;
using Microsoft.Playwright;

namespace FaspayBilling.Tests.EndToEnd;

/// <summary>Somebody with a browser, who sees roles, labels and words.</summary>
public sealed class Guest : IAsyncDisposable
{
    private readonly string address;

    // A loaded machine is slow, not wrong.
    static Guest() => Assertions.SetDefaultExpectTimeout(20_000);

    private Guest(IPage page, string address)
    {
        this.address = address;
        Page = page;
    }

    public IPage Page { get; }

    /// <summary>Opens a window and signs in with one of the demo's users.</summary>
    public static async Task<Guest> ComeAsync(TestWeb web, string email, int width = 1440, ColorScheme scheme = ColorScheme.Light)
    {
        var guest = await StrangerAsync(web.Address, width, scheme);
        await guest.SignInAsync(email, DemoUsers.Password);
        return guest;
    }

    /// <summary>Opens a window and does not sign in. Nothing moves by itself in it.</summary>
    public static async Task<Guest> StrangerAsync(string address, int width = 1440, ColorScheme scheme = ColorScheme.Light)
    {
        var window = await Browser.WindowAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
        return new Guest(await window.NewPageAsync(), address.TrimEnd('/'));
    }

    /// <summary>Goes to an address and waits for the page of that title.</summary>
    public async Task GoAsync(string path, string heading)
    {
        await Page.GotoAsync($"{address}{path}");
        await SeesAsync(heading);
    }

    public Task SeesAsync(string heading) => Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(heading);

    public Task PressAsync(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>Chooses from the Actions menu, answers Yes, and OK to the notice.</summary>
    public async Task ActAsync(string action)
    {
        await PressAsync("Actions");
        await Page.GetByRole(AriaRole.Menuitem, new() { Name = action, Exact = true }).ClickAsync();
        await PressAsync("Yes");
        await PressAsync("OK");
    }

    /// <summary>The row that holds a text.</summary>
    public ILocator Row(string text) => Page.GetByRole(AriaRole.Row).Filter(new() { HasText = text });

    /// <summary>The text of one cell in that row, by its column's heading.</summary>
    public async Task<string> CellAsync(string row, string column)
    {
        await Assertions.Expect(Row(row)).ToHaveCountAsync(1);
        var headings = (await Page.GetByRole(AriaRole.Columnheader).AllInnerTextsAsync()).Select(h => h.Trim()).ToList();
        return (await Row(row).Locator("th, td").Nth(headings.IndexOf(column)).InnerTextAsync()).Trim();
    }

    public async Task SignInAsync(string email, string password)
    {
        await GoAsync("/account/sign-in", "Sign in");
        await Page.GetByLabel("E-mail").FillAsync(email);
        await Page.GetByLabel("Password").FillAsync(password);
        await PressAsync("Sign in");
        await SeesAsync("Billings");
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
