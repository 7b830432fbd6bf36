using Bunit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Documents;
using FaspayBilling.Core.Features.TaxOffice.Files;
using FaspayBilling.Tests.Features.TaxOffice.Files;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Pages.EFaktur;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Tests.Components.Pages.EFaktur;

/// <summary>A debit note is a tax invoice too: where numbers and files are handled it can be told from an invoice.</summary>
public sealed class DebitNoteMarksTests : PageTest
{
    private const string Digits = "0002612345601";

    [Fact]
    public async Task Export_CSV_marks_it()
    {
        await NotedAsync(Digits);

        MarksOf<ExportCsv>("/e-faktur/export").Should().Equal("Debit Note");
    }

    [Fact]
    public async Task Generate_E_Faktur_No_marks_it()
    {
        await NotedAsync(null);

        MarksOf<GeneratePage>("/e-faktur/numbers/generate").Should().Equal("Debit Note");
    }

    [Fact]
    public async Task E_Faktur_Files_marks_it()
    {
        await NotedAsync(Digits);
        foreach (var digits in new[] { Digits, "0002612345602" })
        {
            (await Db.Get<UploadTaxFiles>().HandleAsync(Fpy.Finance, Zip.Of((Zip.Name(digits), Zip.Pdf(digits))), null, default))
                .Value.Single().Refusal.Should().BeNull();
        }

        MarksOf<TaxFiles>("/e-faktur/files").Should().Equal("Debit Note");
    }

    // A debit note and a plain invoice, both of this month.
    private async Task NotedAsync(string? number)
    {
        await Fpy.InvoiceAsync(taxNumber: number, also: i => i.With((nameof(Invoice.DocumentType), DocumentType.DebitNote)));
        await Fpy.InvoiceAsync(taxNumber: number is null ? null : "0002612345602");
    }

    private IEnumerable<string> MarksOf<T>(string address)
        where T : IComponent
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        var page = Show<T>();
        page.WaitForAssertion(() => page.RowsOf().Should().HaveCount(2));
        return page.FindAll("td [data-testid=type]").Select(m => m.TextContent);
    }
}
