using Bunit;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.ApiAccess;
using FaspayBilling.Core.Features.ApiAccess;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Pages.Settings;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Components.Pages.Settings;

public sealed class ApiAccessPageTests : PageTest
{
    [Fact]
    public async Task A_made_password_is_shown_once_with_a_copy_button_and_a_warning()
    {
        var page = Open();

        page.WaitForAssertion(() => page.ByRole("button", "Make a credential").Click());
        page.SendForm();

        page.WaitForAssertion(() => page.ByTestId("made-secret"));
        var (username, password) = (Value(page, "made-id"), Value(page, "made-secret"));
        page.ByTestId("made").TextContent.Should().Contain("shown only here and only now");
        page.AllByRole("button").Count(b => b.TextContent.Trim() == "Copy").Should().Be(2);
        page.ByRole("button", "I have copied it").Click();
        page.WaitForAssertion(() => page.ByTestId("credentials").TextContent.Should().Contain(username).And.Contain("Active"));
        page.Markup.Should().NotContain(password);
        (await Db.ReadAsync(d => d.Set<BillingCredential>().Select(c => c.SignatureHash).SingleAsync()))
            .Should().Be(await Db.Get<BillingSecrets>().HashAsync(BillingSignature.Of(username, password), default));
    }

    [Fact]
    public async Task A_made_client_shows_its_secret_and_a_missing_name_is_asked_for()
    {
        var page = Open();

        page.WaitForAssertion(() => page.ByRole("button", "Make a client").Click());
        page.SendForm();
        page.WaitForAssertion(() => page.Markup.Should().Contain("Enter a name of 1 to 100 characters."));
        page.ByLabel("Name").Change("ERP");
        page.SendForm();

        page.WaitForAssertion(() => page.ByTestId("made-secret"));
        var kept = await Db.ReadAsync(d => d.Set<ApiClient>().SingleAsync());
        (kept.Name, kept.ClientId, kept.SecretHash)
            .Should().Be(("ERP", Value(page, "made-id"), ApiSecret.Hash(Value(page, "made-secret"))));
    }

    [Fact]
    public async Task A_credential_is_revoked_after_a_yes()
    {
        var made = (await Db.Get<MakeBillingCredential>().HandleAsync(Fpy.Admin, default)).Value;
        var page = Open();

        page.WaitForAssertion(() => page.ByRole("button", $"Revoke {made.Username}").Click());
        page.ByRole("button", "Yes").Click();
        page.WaitForAssertion(() => page.ByRole("button", "OK").Click());

        page.WaitForAssertion(() => page.ByTestId("credentials").TextContent.Should().Contain("Revoked"));
        page.FindByRole("button", $"Revoke {made.Username}").Should().BeNull();
        (await Db.ReadAsync(d => d.Set<BillingCredential>().SingleAsync())).RevokedAt.Should().NotBeNull();
    }

    [Fact]
    public async Task The_callback_address_is_checked_and_saved_and_the_service_id_shown()
    {
        await Db.Get<MakeBillingCredential>().HandleAsync(Fpy.Admin, default);
        var page = Open();
        page.WaitForAssertion(() => page.ByLabel("Callback URL").Change("http://shop.example.co.id/"));

        page.SendForm("callback-url");
        page.WaitForAssertion(() => page.ErrorAt("Callback URL").Should().Contain("https"));
        page.ByLabel("Callback URL").Change("https://shop.example.co.id/faspay");
        page.SendForm("callback-url");
        page.Press("OK");

        page.WaitForAssertion(() => page.ByLabel("Callback URL").GetAttribute("value").Should().Be("https://shop.example.co.id/faspay"));
        (await Db.ReadAsync(d => d.Set<Core.Domain.Merchants.BillingSettings>().SingleAsync())).CallbackUrl
            .Should().Be("https://shop.example.co.id/faspay");
        page.ByTestId("credentials").TextContent.Should().Contain("Service id");
    }

    [Fact]
    public async Task A_no_revokes_nothing()
    {
        await Db.Get<MakeApiClient>().HandleAsync(Fpy.Admin, "ERP", default);
        var page = Open();

        page.WaitForAssertion(() => page.ByRole("button", "Revoke ERP").Click());
        page.ByRole("button", "No").Click();

        page.WaitForAssertion(() => page.FindByRole("dialog").Should().BeNull());
        (await Db.ReadAsync(d => d.Set<ApiClient>().SingleAsync())).RevokedAt.Should().BeNull();
    }

    [Fact]
    public async Task An_intermediary_is_let_in_and_shown_with_what_it_may()
    {
        var other = await Db.Given.MerchantAsync("T8V", "013825647609000");
        var client = (await Db.Get<MakeApiClient>().HandleAsync(other.Admin, "Accounting", default)).Value.ClientId;
        var page = Open();

        page.WaitForAssertion(() => page.ByRole("button", "Let an intermediary act").Click());
        page.ByLabel("Client id").Change(client);
        page.ByLabel("Cancel documents").Change(true);
        page.ByLabel("From").Change("2026-11-16");
        page.SendForm();
        page.WaitForAssertion(() => page.ByRole("button", "OK").Click());

        page.WaitForAssertion(() => page.ByTestId("representations").TextContent
            .Should().Contain(client).And
            .Contain(other.Merchant.Name).And
            .Contain("view, cancel").And
            .Contain("no end"));
    }

    [Fact]
    public void An_empty_page_says_so()
    {
        var page = Open();

        page.WaitForAssertion(() => page.Markup.Should().Contain("No credential was made yet.").And
            .Contain("No client was made yet.").And
            .Contain("No intermediary may act for this merchant."));
    }

    private static string Value(IRenderedComponent<Screen> page, string testId) => page.ByTestId(testId).GetAttribute("value")!;

    private IRenderedComponent<Screen> Open()
    {
        SignIn(Fpy.Admin);
        return Show<ApiAccessPage>();
    }
}
