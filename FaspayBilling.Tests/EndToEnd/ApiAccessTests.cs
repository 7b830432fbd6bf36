using FaspayBilling.Tests.Api.BillingApi;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Web;
using Microsoft.Playwright;

namespace FaspayBilling.Tests.EndToEnd;

public sealed class ApiAccessTests
{
    [ChromiumFact]
    public async Task An_admin_makes_a_credential_in_the_browser_and_a_system_calls_with_it()
    {
        await using var web = TestWeb.WithDemo();
        await using var admin = await Guest.ComeAsync(web, "admin@fpy.example");
        using var system = new BillingSystem(web);

        await admin.GoAsync("/settings/api", "API access");
        await admin.Row("demo-fpy-client").WaitForAsync();
        (await Looks.FindingsAsync(admin.Page)).Should().BeEmpty();
        await admin.PressAsync("Make a credential");
        await admin.PressAsync("Make");
        var proof = admin.Page.GetByRole(AriaRole.Dialog, new() { Name = "Is it you?" });
        await proof.GetByLabel("Your password").FillAsync(DemoAccess.Password);
        await proof.GetByRole(AriaRole.Button, new() { Name = "Continue", Exact = true }).ClickAsync();
        var username = await admin.Page.GetByTestId("made-id").InputValueAsync();
        var password = await admin.Page.GetByTestId("made-secret").InputValueAsync();
        (await Looks.FindingsAsync(admin.Page)).Should().BeEmpty();
        await admin.PressAsync("I have copied it");
        await admin.Row(username).WaitForAsync();

        (await system.AskAsync(BillingSystem.Call(username, password))).Body.Should().Be(DocumentedBilling.Answer);
        await admin.GoAsync("/docs/api", "FaspayBilling API");
        (await Looks.FindingsAsync(admin.Page)).Should().BeEmpty();
    }
}
