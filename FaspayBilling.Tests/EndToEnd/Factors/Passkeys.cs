using Microsoft.Playwright;

namespace FaspayBilling.Tests.EndToEnd.Factors;

/// <summary>
/// An authenticator inside one tab of Chromium, such as the finger reader of a laptop: its owner touches it as soon as it is asked.
/// </summary>
internal sealed class Passkeys
{
    private readonly ICDPSession browser;
    private readonly string id;

    private Passkeys(ICDPSession browser, string id)
    {
        this.browser = browser;
        this.id = id;
    }

    /// <summary>The product's address by the name that a passkey needs.</summary>
    public static string AddressOf(string address) => new UriBuilder(address) { Host = "localhost" }.Uri.ToString();

    public static async Task<Passkeys> PlugInAsync(IPage page)
    {
        var browser = await page.Context.NewCDPSessionAsync(page);
        await browser.SendAsync("WebAuthn.enable");
        var added = await browser.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return new Passkeys(browser, added!.Value.GetProperty("authenticatorId").GetString()!);
    }

    /// <summary>From now on it does not know its owner's finger.</summary>
    public Task ForgetOwnerAsync() => browser.SendAsync(
        "WebAuthn.setUserVerified", new() { ["authenticatorId"] = id, ["isUserVerified"] = false });
}
