using System.Runtime.CompilerServices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Texts;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Web;
using FaspayBilling.Web.Texts;
using Microsoft.Playwright;

namespace FaspayBilling.Tests.EndToEnd;

/// <summary>
/// Somebody with a browser, who sees roles, labels and words. What a test tells a guest in English, the guest looks for in the language of
/// the guest's screens; numbers, names and other data are the same in both.
/// </summary>
public sealed class Guest : IAsyncDisposable
{
    private readonly string address;

    // A loaded machine is slow, not wrong.
    static Guest() => Assertions.SetDefaultExpectTimeout(20_000);

    private Guest(IPage page, string address, Language language)
    {
        this.address = address;
        Page = page;
        Language = language;
    }

    public IPage Page { get; }

    public Language Language { get; }

    /// <summary>Opens a window and signs in with one of the demo's users.</summary>
    public static Task<Guest> ComeAsync(
        TestWeb web,
        string email,
        int width = 1440,
        ColorScheme scheme = ColorScheme.Light,
        Language language = Language.English) => ComeAsync(web.Address, email, width, scheme, language);

    /// <summary>The same at an address, such as that of a proxy before the product.</summary>
    public static async Task<Guest> ComeAsync(
        string address,
        string email,
        int width = 1440,
        ColorScheme scheme = ColorScheme.Light,
        Language language = Language.English)
    {
        var guest = await StrangerAsync(address, width, scheme, language);
        await guest.SignInAsync(email, DemoAccess.Password);
        return guest;
    }

    /// <summary>Opens a window and does not sign in. Nothing moves by itself in it.</summary>
    public static async Task<Guest> StrangerAsync(
        string address,
        int width = 1440,
        ColorScheme scheme = ColorScheme.Light,
        Language language = Language.English)
    {
        var window = await Browser.WindowAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
            IgnoreHTTPSErrors = true,
            Locale = language == Language.Indonesian ? "id-ID" : "en-US",
        });
        return new Guest(await window.NewPageAsync(), address.TrimEnd('/'), language);
    }

    /// <summary>The same guest in another tab of the same browser.</summary>
    public Guest In(IPage tab) => new(tab, address, Language);

    /// <summary>A text of the screens in the guest's language.</summary>
    public string Say(string english)
    {
        using var reading = Reading();
        return ScreenText.T(english);
    }

    /// <summary>A text with values, which stay as they are.</summary>
    [OverloadResolutionPriority(1)]
    public string Say(FormattableString english)
    {
        using var reading = Reading();
        return ScreenText.T(english);
    }

    /// <summary>The name of a state in the guest's language.</summary>
    public string Say(Enum member) => Sentences.Of(member, Language);

    /// <summary>Goes to an address and waits for the page of that title.</summary>
    public async Task GoAsync(string path, string heading)
    {
        await Page.GotoAsync($"{address}{path}");
        await SeesAsync(heading);
    }

    public Task SeesAsync(string heading) =>
        Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Say(heading));

    public Task PressAsync(string button) =>
        Page.GetByRole(AriaRole.Button, new() { Name = Say(button), Exact = true }).ClickAsync();

    /// <summary>Chooses a file once the field takes one, as a person would: a browser fills a disabled field too.</summary>
    public static async Task ChooseFileAsync(ILocator field, string name, string type, byte[] content)
    {
        await Assertions.Expect(field).ToBeEnabledAsync();
        await field.SetInputFilesAsync(new FilePayload { Name = name, MimeType = type, Buffer = content });
    }

    /// <summary>Chooses from the Actions menu, answers Yes, and OK to the notice.</summary>
    public async Task ActAsync(string action)
    {
        await PressAsync("Actions");
        await ChooseAsync(action);
        await PressAsync("Yes");
        await PressAsync("OK");
    }

    /// <summary>Chooses from the menu that is open.</summary>
    public Task ChooseAsync(string item) =>
        Page.GetByRole(AriaRole.Menuitem, new() { Name = Say(item), Exact = true }).ClickAsync();

    /// <summary>The row that holds a text.</summary>
    public ILocator Row(string text) => Page.GetByRole(AriaRole.Row).Filter(new() { HasText = text });

    /// <summary>The text of one cell in that row, by its column's heading.</summary>
    public async Task<string> CellAsync(string row, string column)
    {
        await Assertions.Expect(Row(row)).ToHaveCountAsync(1);
        var headings = (await Page.GetByRole(AriaRole.Columnheader).AllInnerTextsAsync()).Select(h => h.Trim()).ToList();
        return (await Row(row).Locator("th, td").Nth(headings.IndexOf(Say(column))).InnerTextAsync()).Trim();
    }

    public async Task SignInAsync(string email, string password)
    {
        await GivePasswordAsync(email, password);
        await ArrivesAsync();
    }

    /// <summary>The first step of a sign-in, and all of it where nothing more is asked.</summary>
    public async Task GivePasswordAsync(string email, string password)
    {
        await GoAsync("/account/sign-in", "Sign in");
        await Page.GetByLabel(Say("E-mail")).FillAsync(email);
        await Page.GetByLabel(Say("Password")).FillAsync(password);
        await PressAsync("Sign in");
    }

    /// <summary>Is signed in, and reads the dashboard in the guest's language.</summary>
    public async Task ArrivesAsync()
    {
        await Assertions.Expect(Page.GetByTestId("user-menu")).ToBeVisibleAsync();
        await SwitchAsync();
        await SeesAsync("Billings");
    }

    // The sign-in page follows the browser, what comes after it the user: who finds another language there switches by the user menu.
    private async Task SwitchAsync()
    {
        var (tag, own) = Language == Language.Indonesian ? ("id", "Bahasa Indonesia") : ("en", "English");
        if (await Page.Locator("html").GetAttributeAsync("lang") != tag)
        {
            await Page.GetByTestId("user-menu").ClickAsync();
            await ChooseAsync(own);
            await Assertions.Expect(Page.Locator($"html[lang={tag}]")).ToHaveCountAsync(1);
        }
    }

    private UseCulture Reading() => new(Language == Language.Indonesian ? "id" : "en");

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
