using FaspayBilling.Tests.Features.TaxOffice.Files;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Web;
using FaspayBilling.Web.Demo;
using Microsoft.Playwright;

namespace FaspayBilling.Tests.EndToEnd;

public sealed class TaxFileUploadTests
{
    // The example of Faspay's documentation; the demo has its invoice.
    private const string Documented = "022732101075000-0110072225610008-026015362054000-20221103160012.pdf";
    private const string Number = "007-22.25610008";

    [ChromiumFact]
    public async Task A_zip_with_the_documented_file_is_uploaded_its_lines_read_and_the_file_opened()
    {
        await using var web = TestWeb.WithDemo();
        await using var finance = await Guest.ComeAsync(web, "finance@fpy.example");
        var page = finance.Page;
        await finance.GoAsync("/e-faktur/files", "E-Faktur Files");
        await finance.PressAsync("Upload E-Faktur");
        await Assertions.Expect(page.Locator("[role=dialog]")).ToBeVisibleAsync();
        (await Looks.FindingsAsync(page)).Should().BeEmpty();

        await ChooseAsync(page, "notes.txt", "no zip"u8.ToArray());
        await Assertions.Expect(page.GetByText("This is not a zip")).ToBeVisibleAsync();
        await ChooseAsync(
            page, "files.zip", Zip.Of(($"2022/{Documented}", DemoPdf.Of(["Faktur Pajak", "contoh"])), ("readme.txt", [1])).ToArray());

        await Assertions.Expect(page.GetByTestId("upload-sum")).ToHaveTextAsync("1 file stored, 1 file refused.");
        (await Looks.FindingsAsync(page)).Should().BeEmpty();
        await finance.PressAsync("OK");
        await Assertions.Expect(finance.Row(Number)).ToContainTextAsync("Replacement");
        var opened = await page.Context.APIRequest.GetAsync(
            new Uri(new Uri(web.Address), await page.GetByLabel($"Open the file of {Number}").GetAttributeAsync("href")).ToString());
        opened.Headers["content-type"].Should().Be("application/pdf");
    }

    private static async Task ChooseAsync(IPage page, string name, byte[] content)
    {
        await Guest.ChooseFileAsync(page.GetByTestId("upload-file"), name, "application/zip", content);
        await Assertions.Expect(page.GetByText(name)).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload", Exact = true }).ClickAsync();
    }
}
