using FaspayBilling.Core.Accounts;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;
using Microsoft.Playwright;

namespace FaspayBilling.Tests.EndToEnd.Factors;

/// <summary>What passkeys open, and what they do not, in a real browser.</summary>
public sealed class PasskeyTests
{
    private const string Admin = "admin@fpy.example";
    private const string Finance = "finance@fpy.example";

    [ChromiumFact]
    public async Task A_passkey_is_the_proof_before_a_credential_is_made()
    {
        await using var web = TestWeb.WithDemo();
        await using var admin = await Guest.ComeAsync(Passkeys.AddressOf(web.Address), Admin);
        await admin.UsePasskeyAsync();

        await admin.GoAsync("/settings/api", "API access");
        await admin.PressAsync("Make a credential");
        await admin.PressAsync("Make");
        await admin.PressAsync("Use a passkey instead");

        await Assertions.Expect(admin.Page.GetByTestId("made-secret")).ToBeVisibleAsync();
    }

    [ChromiumFact]
    public async Task A_passkey_is_the_proof_on_a_page_of_the_account_and_the_second_step_of_a_sign_in()
    {
        await using var web = TestWeb.WithDemo();
        await using var finance = await Guest.ComeAsync(Passkeys.AddressOf(web.Address), Finance);
        await finance.UsePasskeyAsync();

        await finance.GoAsync("/account/second-factor", "Second factor");
        await finance.PressAsync("Use a passkey instead");
        var app = new Authenticator(await finance.Page.GetByTestId("authenticator-key").InnerTextAsync());
        await finance.Page.GetByLabel("The six digits that the app shows now").FillAsync(app.Next());
        await finance.PressAsync("Turn on");
        await Assertions.Expect(finance.Page.GetByTestId("recovery-codes")).ToBeVisibleAsync();
        await finance.LeaveAsync();
        await finance.GivePasswordAsync(Finance, DemoAccess.Password);
        await finance.SeesAsync("Second factor");
        await finance.PressAsync("Use a passkey instead");

        await finance.ArrivesAsync();
    }

    [ChromiumFact]
    public async Task A_passkey_that_does_not_know_its_owner_opens_nothing()
    {
        await using var web = TestWeb.WithDemo();
        await using var finance = await Guest.ComeAsync(Passkeys.AddressOf(web.Address), Finance);
        var passkeys = await finance.UsePasskeyAsync();
        await finance.LeaveAsync();

        await passkeys.ForgetOwnerAsync();
        await finance.SignInByPasskeyAsync();

        await IsRefusedAsync(finance);
    }

    [ChromiumFact]
    public async Task A_browser_that_is_talked_out_of_asking_the_owner_is_refused_by_the_server()
    {
        await using var web = TestWeb.WithDemo();
        await using var finance = await Guest.ComeAsync(Passkeys.AddressOf(web.Address), Finance);
        var passkeys = await finance.UsePasskeyAsync();
        await finance.LeaveAsync();

        await passkeys.ForgetOwnerAsync();
        await finance.Page.RouteAsync("**/account/passkeys/use", async route =>
        {
            var answer = await route.FetchAsync();
            var asked = await answer.TextAsync();
            await route.FulfillAsync(new()
            {
                Response = answer,
                Headers = answer.Headers.Where(h => h.Key != "content-length"),
                Body = asked.Replace("\"required\"", "\"discouraged\"", StringComparison.Ordinal),
            });
        });
        var sent = await finance.Page.RunAndWaitForRequestAsync(
            finance.SignInByPasskeyAsync,
            request => request.Method == "POST" && request.Url.EndsWith("/account/sign-in", StringComparison.Ordinal));

        sent.PostData.Should().Contain("authenticatorData", "the browser signed, without asking its owner");
        await IsRefusedAsync(finance);
    }

    [ChromiumFact]
    public async Task A_removed_passkey_signs_in_no_more()
    {
        await using var web = TestWeb.WithDemo();
        await using var finance = await Guest.ComeAsync(Passkeys.AddressOf(web.Address), Finance);
        await finance.UsePasskeyAsync();

        await finance.GoAsync("/account/passkeys", "Passkeys");
        await finance.PressAsync("Use a passkey instead");
        await finance.PressAsync("Remove the passkey Laptop");
        await Assertions.Expect(finance.Page.GetByTestId("passkeys").GetByRole(AriaRole.Listitem)).ToHaveCountAsync(0);
        await finance.LeaveAsync();
        await finance.SignInByPasskeyAsync();

        await IsRefusedAsync(finance);
    }

    private static async Task IsRefusedAsync(Guest guest)
    {
        await Assertions.Expect(guest.Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync(UserRefusals.PasskeyFailed.Sentence());
        await guest.GoAsync("/billings", "Sign in");
    }
}
