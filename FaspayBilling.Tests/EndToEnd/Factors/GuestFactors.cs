using FaspayBilling.Tests.Support.Web;
using Microsoft.Playwright;

namespace FaspayBilling.Tests.EndToEnd.Factors;

/// <summary>What a guest does with an authenticator app or a passkey, in the guest's language.</summary>
internal static class GuestFactors
{
    private const string ByPasskey = "Sign in with a passkey";

    /// <summary>Sets up an authenticator app and signs in again with it.</summary>
    public static async Task UseAppAsync(this Guest guest, string email)
    {
        var app = await guest.TurnOnAsync();
        await guest.LeaveAsync();
        await guest.SignInAsync(email, app);
    }

    /// <summary>Adds a passkey and signs in again with it.</summary>
    public static async Task<Passkeys> UsePasskeyAsync(this Guest guest)
    {
        var passkeys = await Passkeys.PlugInAsync(guest.Page);
        await guest.AddPasskeyAsync("Laptop");
        await guest.LeaveAsync();
        await guest.SignInByPasskeyAsync();
        await guest.ArrivesAsync();
        return passkeys;
    }

    /// <summary>Sets up an authenticator app under My account.</summary>
    public static async Task<Authenticator> TurnOnAsync(this Guest guest)
    {
        await guest.GoAsync("/account/second-factor", "Second factor");
        await guest.ProveAsync();
        var app = new Authenticator(await guest.Page.GetByTestId("authenticator-key").InnerTextAsync());
        await guest.Page.GetByLabel(guest.Say("The six digits that the app shows now")).FillAsync(app.Next());
        await guest.PressAsync("Turn on");
        await Assertions.Expect(guest.Page.GetByTestId("recovery-codes").GetByRole(AriaRole.Listitem)).ToHaveCountAsync(10);
        await guest.Page.GetByRole(AriaRole.Link, new() { Name = guest.Say("I have kept them"), Exact = true }).ClickAsync();
        await guest.SeesAsync("My account");
        return app;
    }

    /// <summary>Signs in by password and code.</summary>
    public static async Task SignInAsync(this Guest guest, string email, Authenticator app)
    {
        await guest.GivePasswordAsync(email, DemoAccess.Password);
        await guest.SeesAsync("Second factor");
        await guest.Page.GetByLabel(guest.Say("Code"), new() { Exact = true }).FillAsync(app.Next());
        await guest.PressAsync("Sign in");
        await guest.ArrivesAsync();
    }

    /// <summary>Makes a passkey under My account.</summary>
    public static async Task AddPasskeyAsync(this Guest guest, string name)
    {
        await guest.GoAsync("/account/passkeys", "Passkeys");
        await guest.ProveAsync();
        await guest.Page.GetByLabel(guest.Say("Name of the new passkey")).FillAsync(name);
        await guest.PressAsync("Add a passkey");
        await Assertions.Expect(guest.Page.GetByTestId("passkeys").GetByText(name, new() { Exact = true })).ToBeVisibleAsync();
    }

    /// <summary>Asks to be signed in by a passkey; what comes of it is the test's to see.</summary>
    public static async Task SignInByPasskeyAsync(this Guest guest)
    {
        await guest.GoAsync("/account/sign-in", "Sign in");
        await guest.PressAsync(ByPasskey);
    }

    /// <summary>Signs out under My account.</summary>
    public static async Task LeaveAsync(this Guest guest)
    {
        await guest.GoAsync("/account", "My account");
        await guest.PressAsync("Sign out");
        await guest.SeesAsync("Sign in");
    }

    // Where a page of the account asks who sits there.
    private static async Task ProveAsync(this Guest guest)
    {
        await guest.Page.GetByLabel(guest.Say("Password")).FillAsync(DemoAccess.Password);
        await guest.PressAsync("Continue");
        await Assertions.Expect(guest.Page.Locator("[name=Current]")).ToHaveCountAsync(0);
    }
}
