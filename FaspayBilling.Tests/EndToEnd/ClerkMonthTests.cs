using System.Globalization;
using System.Text.RegularExpressions;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Features.TaxOffice.Files;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Web;
using FaspayBilling.Web.Demo;
using Microsoft.Playwright;

namespace FaspayBilling.Tests.EndToEnd;

/// <summary>
/// A merchant's whole month as a clerk does it: customer, invoice, mail, number, export, the tax office's file, payment, what is open.
/// </summary>
[Collection(nameof(WalkMail))]
public sealed partial class ClerkMonthTests
{
    private const string Customer = "PT Bulan Penuh Sejahtera";
    private const string CustomerNpwp = "012345674054000";
    private const string CustomerEmail = "keuangan.bulan@fpy.example";
    private const string MerchantNpwp = "022732101075000";

    [ChromiumTheory]
    [InlineData(Language.English)]
    [InlineData(Language.Indonesian)]
    public async Task A_customer_is_billed_and_mailed_its_number_exported_its_tax_file_sent_its_payment_recorded_and_nothing_of_it_is_open(
        Language language)
    {
        await using var mail = new WalkMail();
        await using var web = TestWeb.WithDemo(mail.Settings);
        await using var clerk = await Guest.ComeAsync(web, "finance@fpy.example", language: language);

        await MakeCustomerAsync(clerk);
        var invoice = await BillAsync(clerk);
        await SeesInvoiceMailAsync(mail, web, invoice);
        await SeesOpenAsync(clerk, invoice, open: true);
        await ExportAsync(clerk, invoice);
        await UploadAsync(clerk, invoice);
        await SendFileAsync(clerk, mail, invoice);
        await PayAsync(clerk, invoice);
        await SeesOpenAsync(clerk, invoice, open: false);
    }

    private static async Task MakeCustomerAsync(Guest clerk)
    {
        await clerk.GoAsync("/customers", "Customers");
        await clerk.PressAsync("+Create");
        var dialog = clerk.Page.GetByRole(AriaRole.Dialog, new() { Name = clerk.Say("Add New Customer") });
        await dialog.GetByLabel(clerk.Say("Customer Name")).FillAsync(Customer);
        await dialog.GetByLabel(clerk.Say("Customer Email")).FillAsync(CustomerEmail);
        await dialog.GetByRole(AriaRole.Textbox, new() { Name = clerk.Say("Address"), Exact = true })
            .FillAsync("Jl. Bulan No. 1, Bandung 40111");
        await dialog.GetByRole(AriaRole.Button, new() { Name = clerk.Say("Auto Generate VA") }).ClickAsync();
        await Assertions.Expect(dialog.GetByLabel(clerk.Say("VA Static Number"))).ToHaveValueAsync(TenDigits());
        await dialog.GetByLabel(clerk.Say("Taxable Company")).CheckAsync();
        await dialog.GetByRole(AriaRole.Textbox, new() { Name = clerk.Say("NPWP"), Exact = true }).FillAsync(CustomerNpwp);
        await dialog.GetByLabel(clerk.Say("NPWP Owner Name")).FillAsync(Customer);
        await dialog.GetByLabel(clerk.Say("NPWP Address")).FillAsync("Jl. Bulan No. 1, Bandung 40111");
        await dialog.GetByRole(AriaRole.Button, new() { Name = clerk.Say("Save") }).ClickAsync();
        await clerk.PressAsync("OK");
        await Assertions.Expect(clerk.Page.GetByText(Customer).First).ToBeVisibleAsync();
    }

    /// <summary>Two lines at 12 % of 11/12: 10.000.000 and 5.000.000 come to 16.650.000.</summary>
    private static async Task<Billed> BillAsync(Guest clerk)
    {
        var page = clerk.Page;
        await clerk.GoAsync("/billings", "Billings");
        await page.GetByRole(AriaRole.Link, new() { Name = clerk.Say("+ Single Billing") }).ClickAsync();
        await clerk.SeesAsync("New invoice");
        await page.GetByRole(AriaRole.Combobox, new() { Name = clerk.Say("Customer Name") }).PressSequentiallyAsync("Bulan Penuh");
        await page.GetByRole(AriaRole.Option).Filter(new() { HasText = Customer }).ClickAsync();
        await Assertions.Expect(page.GetByLabel(clerk.Say("Invoice Tax"))).ToBeCheckedAsync();
        await page.GetByLabel(clerk.Say("Invoice Subject")).FillAsync("Pekerjaan satu bulan");
        await WriteLineAsync(page, 1, "Jasa konsultasi", "2", "5000000");
        await page.GetByRole(AriaRole.Button, new() { Name = clerk.Say("Add line") }).ClickAsync();
        await WriteLineAsync(page, 2, "Pelatihan", "1", "5000000");
        await Assertions.Expect(page.GetByText("Rp 16.650.000").First).ToBeVisibleAsync();
        await clerk.PressAsync("Save & Send");
        await clerk.PressAsync("OK");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(InvoiceNo());
        var number = await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync();
        await Assertions.Expect(page.GetByTestId("tax-number")).ToHaveTextAsync(TaxNumber());
        return new Billed(number, await page.GetByTestId("tax-number").InnerTextAsync());
    }

    private static async Task WriteLineAsync(IPage page, int line, string item, string quantity, string price)
    {
        var row = page.Locator($"tr[data-line='{(line - 1).ToString(CultureInfo.InvariantCulture)}']");
        await row.Locator("[name$='Name']").FillAsync(item);
        await row.Locator("[name$='Quantity']").FillAsync(quantity);
        await row.Locator("[name$='Price']").FillAsync(price);
    }

    private static async Task SeesInvoiceMailAsync(WalkMail mail, TestWeb web, Billed invoice)
    {
        var received = (await mail.WaitAsync(1)).Single(m => m.Header("To").Contains(CustomerEmail, StringComparison.Ordinal));
        received.Subject.Should().Contain(invoice.Number);
        received.Attachments.Should().ContainSingle().Which.Name.Should().Be($"{invoice.Number}.pdf");

        await using var customer = await Guest.StrangerAsync(web.Address);
        await customer.Page.GotoAsync($"{web.Address.TrimEnd('/')}{BillPath().Match(received.Text).Value}");
        await Assertions.Expect(customer.Page.GetByText("Rp 16.650.000").First).ToBeVisibleAsync();
        await Assertions.Expect(customer.Page.GetByText(invoice.Number).First).ToBeVisibleAsync();
    }

    // Since 2025 the base that the tax office is told is the other tax base, 11/12 of 15.000.000.
    private static async Task ExportAsync(Guest clerk, Billed invoice)
    {
        await clerk.GoAsync("/e-faktur/export", "Export CSV");
        (await clerk.CellAsync(invoice.Number, "Export Status")).Should().Be(clerk.Say("Not Exported"));
        await clerk.Row(invoice.Number).GetByRole(AriaRole.Checkbox).CheckAsync();
        await clerk.PressAsync("Export CSV");
        var download = await clerk.Page.RunAndWaitForDownloadAsync(() => clerk.PressAsync("OK"));
        var file = await File.ReadAllTextAsync(await download.PathAsync());
        file.Should().Contain($"\"{invoice.TaxDigits}\"").And
            .Contain($"\"{CustomerNpwp}\"").And
            .Contain($"\"{invoice.Number}\"").And
            .Contain("\"13750000\",\"1650000\"");
        await Assertions.Expect(clerk.Row(invoice.Number).GetByText(clerk.Say("Exported"), new() { Exact = true })).ToBeVisibleAsync();
        (await clerk.CellAsync(invoice.Number, "Export Status")).Should().Be(clerk.Say("Exported"));
    }

    private static async Task UploadAsync(Guest clerk, Billed invoice)
    {
        var name = $"{MerchantNpwp}-040{invoice.TaxDigits}-{CustomerNpwp}-20261120160012.pdf";
        await clerk.GoAsync("/e-faktur/files", "E-Faktur Files");
        await clerk.PressAsync("Upload E-Faktur");
        await Guest.ChooseFileAsync(clerk.Page.GetByTestId("upload-file"), "coretax.zip", "application/zip",
            Zip.Of((name, DemoPdf.Of(["Faktur Pajak", invoice.TaxNumber]))).ToArray());
        await Assertions.Expect(clerk.Page.GetByText("coretax.zip")).ToBeVisibleAsync();
        await clerk.PressAsync("Upload");
        await Assertions.Expect(clerk.Page.GetByTestId("upload-sum")).ToContainTextAsync(clerk.Say($"{$"1 {clerk.Say("file")}"} stored"));
        await clerk.PressAsync("OK");
        (await clerk.CellAsync(invoice.Number, "Email Status")).Should().Be(clerk.Say("Ready to Send"));
    }

    private static async Task SendFileAsync(Guest clerk, WalkMail mail, Billed invoice)
    {
        await clerk.Row(invoice.Number).GetByRole(AriaRole.Checkbox).CheckAsync();
        await clerk.PressAsync("Send by e-mail");
        await clerk.PressAsync("Yes");
        await clerk.PressAsync("OK");
        var received = (await mail.WaitAsync(2)).Where(m => m.Header("To").Contains(CustomerEmail, StringComparison.Ordinal)).ToList();
        received.Should().HaveCount(2);
        received.Should().ContainSingle(m => m.Attachments.Any(a => a.Name.Contains(invoice.TaxDigits, StringComparison.Ordinal)));
        await Assertions.Expect(clerk.Row(invoice.Number)).ToContainTextAsync(clerk.Say("Sent"));
    }

    private static async Task PayAsync(Guest clerk, Billed invoice)
    {
        await clerk.GoAsync($"/billings/{invoice.Number}", invoice.Number);
        await clerk.PressAsync("Actions");
        await clerk.ChooseAsync("Record payment");
        await Assertions.Expect(clerk.Page.GetByRole(AriaRole.Dialog).GetByLabel(clerk.Say("Amount"))).ToHaveValueAsync("16.650.000");
        await clerk.PressAsync("Save");
        await clerk.PressAsync("OK");
        await Assertions.Expect(clerk.Page.GetByTestId("outstanding")).ToHaveTextAsync("Rp 0");
    }

    private static async Task SeesOpenAsync(Guest clerk, Billed invoice, bool open)
    {
        await clerk.GoAsync($"/reports/aging?q={invoice.Number}", "Invoice Aging");
        if (open)
        {
            (await clerk.CellAsync(invoice.Number, "Outstanding")).Should().Be("Rp 16.650.000");
        }
        else
        {
            await Assertions.Expect(clerk.Page.GetByText(clerk.Say("No open invoice matches this search."))).ToBeVisibleAsync();
        }
    }

    [GeneratedRegex(@"^\d{10}$")]
    private static partial Regex TenDigits();

    [GeneratedRegex(@"^INV-FPY-\d{9,}$")]
    private static partial Regex InvoiceNo();

    [GeneratedRegex(@"\d{3}-\d{2}\.\d{8}")]
    private static partial Regex TaxNumber();

    [GeneratedRegex(@"/bill/[A-Za-z0-9_-]{32}")]
    private static partial Regex BillPath();

    private sealed record Billed(string Number, string TaxNumber)
    {
        public string TaxDigits => TaxNumber.Replace("-", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);
    }
}
