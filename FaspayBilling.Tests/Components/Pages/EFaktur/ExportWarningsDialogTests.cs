using Bunit;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Tests.Features.TaxOffice.Exports;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Pages.EFaktur;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Tests.Components.Pages.EFaktur;

/// <summary>What is worth a look is asked about before the file is made.</summary>
public sealed class ExportWarningsDialogTests : PageTest
{
    [Fact]
    public async Task A_number_of_another_year_is_asked_about_and_Yes_exports_it()
    {
        var fpy = await Db.ExporterAsync("EXP", TaxChannel.Desktop);
        SignIn(fpy.Finance);
        var invoice = await fpy.ExportableAsync("000-22.12345619", date: new(2023, 3, 7));
        Services.GetRequiredService<NavigationManager>().NavigateTo("/e-faktur/export?month=2023-03-01");
        var page = Show<ExportCsv>();
        page.WaitForAssertion(() => page.ByLabel("Check all rows on this page").Change(true));

        page.Press("Export CSV");
        page.WaitForAssertion(() => page.ByTestId("export-again").TextContent
            .Should().Contain("Export anyway?").And.Contain("carries another year than the invoice").And.Contain(invoice.Number)
            .And.NotContain("exported before"));
        (await Db.StoredAsync(invoice)).ExportedAt.Should().BeNull();
        page.Press("Yes");
        page.Press("OK");

        page.WaitForAssertion(() => page.AllByRole("link").Should().Contain(l => l.TextContent.EndsWith(".csv")));
    }
}
