using System.Globalization;
using FaspayBilling.Tests.Features.TaxOffice.CoretaxLists;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Web;
using Microsoft.Playwright;

namespace FaspayBilling.Tests.EndToEnd;

/// <summary>To the tax office and back in a browser: the file comes after OK, the list is read back.</summary>
public sealed class TaxExportTests
{
    [ChromiumFact]
    public async Task The_file_comes_after_OK_and_can_be_fetched_again()
    {
        await using var web = TestWeb.WithDemo();
        await using var finance = await Guest.ComeAsync(web, "finance@fpy.example");
        var page = finance.Page;
        var month = TimeProvider.System.GetUtcNow().AddMonths(-3).ToString("yyyy-MM-01", CultureInfo.InvariantCulture);
        await finance.GoAsync($"/e-faktur/export?month={month}&sort=Exported&dir=desc", "Export CSV");
        var row = page.GetByRole(AriaRole.Row).Nth(1);
        await Assertions.Expect(row).ToContainTextAsync("Exported");
        await row.GetByRole(AriaRole.Checkbox).CheckAsync();
        var invoice = await row.GetByRole(AriaRole.Link).InnerTextAsync();

        await finance.PressAsync("Export CSV");
        await Assertions.Expect(page.GetByTestId("export-again")).ToBeVisibleAsync();
        (await Looks.FindingsAsync(page)).Should().BeEmpty();
        await finance.PressAsync("Yes");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("1 invoice was exported.");
        var download = await page.RunAndWaitForDownloadAsync(() => finance.PressAsync("OK"));

        download.SuggestedFilename.Should().StartWith("e-faktur-FPY-").And.EndWith(".csv");
        var csv = await File.ReadAllTextAsync(await download.PathAsync());
        csv.Should().StartWith("\"FK\",\"KD_JENIS_TRANSAKSI\"").And.Contain($"\"{invoice}\"");
        await finance.SeesAsync("Export CSV");
        var again = await page.RunAndWaitForDownloadAsync(
            () => page.GetByRole(AriaRole.Link, new() { Name = download.SuggestedFilename }).ClickAsync());
        (await File.ReadAllTextAsync(await again.PathAsync())).Should().Be(csv);
    }

    [ChromiumFact]
    public async Task Coretaxs_list_is_read_back_in_the_browser()
    {
        await using var web = TestWeb.WithDemo();
        await using var finance = await Guest.ComeAsync(web, "finance@fpy.example");
        var page = finance.Page;
        await finance.GoAsync("/e-faktur/coretax", "Coretax List");
        await Guest.ChooseFileAsync(page.GetByTestId("coretax-file"), "list.xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            CoretaxFile
                .Xlsx(
                [
                    CoretaxFile.Row(
                        "04002600000000001", "APPROVED", "INV-FPY-032300400", date: "2023-03-07", month: "3", year: "2023",
                        taxBase: "50000000", vat: "5500000"),
                    CoretaxFile.Row("04002600000000002", "APPROVED", "nobody")
                ])
                .ToArray());

        await finance.PressAsync("Preview");
        await Assertions.Expect(page.GetByTestId("coretax-sum")).ToHaveTextAsync("2 rows: 1 without invoice, 1 new.");
        (await Looks.FindingsAsync(page)).Should().BeEmpty();
        await finance.PressAsync("Save");
        await finance.PressAsync("OK");

        await Assertions.Expect(finance.Row("04002600000000002")).ToContainTextAsync("nobody");
        await finance.GoAsync("/billings/INV-FPY-032300400", "INV-FPY-032300400");
        await Assertions.Expect(page.GetByTestId("coretax-number")).ToHaveTextAsync("04002600000000001");
    }
}
