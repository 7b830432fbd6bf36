using Bunit;
using FaspayBilling.Core.Features.Settings;
using FaspayBilling.Tests.Formats.Reading;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Pages.Settings;
using Microsoft.AspNetCore.Components.Forms;

namespace FaspayBilling.Tests.Components.Pages.Settings;

public sealed class MerchantPageTests : PageTest
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        SignIn(Fpy.Admin);
    }

    [Fact]
    public async Task What_was_typed_is_saved_with_a_notice()
    {
        var page = Open();

        page.ByLabel("Name").Change("PT Faspay Baru");
        page.ByLabel("NPWP").Change("02.273.210.1-075.000");
        page.ByRole("button", "Save").Click();

        page.WaitForAssertion(() => page.Markup.Should().Contain("The merchant was saved."));
        (await ReadAsync()).Should().BeEquivalentTo(new { Name = "PT Faspay Baru", Npwp = "022732101075000" });
    }

    [Fact]
    public async Task Each_refusal_stands_at_its_field_and_what_was_typed_stays()
    {
        var page = Open();

        page.ByLabel("Name").Change("");
        page.ByLabel("NPWP").Change("12");
        page.ByLabel("NITKU").Change("34");
        page.ByRole("button", "Save").Click();

        page.WaitForAssertion(() => page.Markup.Should().Contain("Please correct the marked fields."));
        page.ErrorAt("Name").Should().Contain("Enter a name");
        page.ErrorAt("NPWP").Should().Contain("15 or 16 digits");
        page.ErrorAt("NITKU").Should().Contain("22 digits");
        page.ByLabel("NPWP").GetAttribute("value").Should().Be("12");
        (await ReadAsync()).Version.Should().Be(0);
    }

    [Fact]
    public async Task The_code_cannot_be_typed_once_an_invoice_carries_it()
    {
        await Fpy.InvoiceAsync();

        Open().ByLabel("Code").HasAttribute("disabled").Should().BeTrue();
    }

    [Fact]
    public async Task A_logo_that_is_no_picture_is_refused_at_its_field()
    {
        var page = Open();

        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText("GIF89a", "logo.png"));
        page.ByRole("button", "Save").Click();

        page.WaitForAssertion(() => page.ErrorAt("Logo").Should().Contain("PNG or JPG"));
        (await ReadAsync()).Logo.Should().BeNull();
    }

    [Fact]
    public async Task A_logo_is_shown_after_OK_and_can_be_removed()
    {
        var page = Open();

        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(GivenPicture.Jpeg(3, 2), "logo.jpg"));
        Save(page);
        page.WaitForAssertion(() => page.Find("img").GetAttribute("src").Should().StartWith("data:image/jpeg;base64,"));
        page.ByLabel("Remove the logo").Change(true);
        Save(page);

        page.WaitForAssertion(() => page.FindAll("img").Should().BeEmpty());
        (await ReadAsync()).Logo.Should().BeNull();
    }

    [Fact]
    public async Task A_logo_that_was_changed_after_it_was_chosen_is_asked_for_again()
    {
        var page = Open();
        await new GoneFile("logo.png", typeof(InvalidOperationException)).ChooseAsync(page);

        page.ByRole("button", "Save").Click();

        page.WaitForAssertion(() => page.Find(".field-error").TextContent.Should().Contain("The file could not be read. Choose it again."));
    }

    private static void Save(IRenderedComponent<Screen> page)
    {
        page.ByRole("button", "Save").Click();
        page.WaitForAssertion(() => page.ByRole("button", "OK"));
        page.ByRole("button", "OK").Click();
    }

    private IRenderedComponent<Screen> Open()
    {
        var page = Show<MerchantPage>();
        page.WaitForAssertion(() => page.ByRole("button", "Save"));
        return page;
    }

    private async Task<MerchantView> ReadAsync() => (await Db.Get<ReadMerchant>().HandleAsync(Fpy.Admin, default)).Value;
}
