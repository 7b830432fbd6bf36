using System.Text;
using Bunit;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Pages.Customers;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Tests.Components.Pages.Customers;

public sealed class CustomerImportTests : PageTest
{
    private const string Heading = "Customer Name,Customer Email,Address,Document,Document Number";

    [Fact]
    public async Task A_files_problems_are_shown_before_anything_is_saved_and_then_the_good_rows_are()
    {
        var page = Reading($"{Heading}\nDewi,dewi@example.co.id,Jl. A,NIK,3171014101900001\nNobody,no mail,Jl. B,NIK,12");

        page.WaitForAssertion(
            () => page.ByTestId("import-sum").TextContent.Should().Be("2 rows: 1 good, 1 with problems. Nothing of them is saved yet."));
        page.WaitForAssertion(() => page.RowsOf()
            .Should().ContainSingle().Which
            .Should().Contain("Nobody").And
            .Contain("Enter an e-mail address").And
            .Contain("16 digits"));
        (await Db.ReadAsync(d => d.Set<Customer>().AnyAsync())).Should().BeFalse();

        page.Press("Save 1 good row");

        page.WaitForAssertion(() => page.Markup.Should().Contain("1 customer was saved."));
        (await Db.ReadAsync(d => d.Set<Customer>().SingleAsync())).Name.Should().Be("Dewi");
        page.FindByRole("button", "Save 1 good row").Should().BeNull();
        page.Press("Download 1 row with problems");
        page.WaitForAssertion(() => page.ByRole("link", "Download").GetAttribute("download").Should().Be("Customers with problems.xlsx"));
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_refused_at_its_field()
    {
        var page = Reading("Name\nDewi");

        page.WaitForAssertion(
            () => page.ByRole("alert").TextContent.Should().Contain("Row 1 was read as the heading; missing: Customer Email."));
        page.ByLabel("Excel workbook or CSV").GetAttribute("aria-invalid").Should().Be("true");
    }

    [Theory]
    [InlineData(typeof(IOException))]
    [InlineData(typeof(InvalidOperationException))]
    public async Task A_file_that_changed_after_it_was_chosen_is_asked_for_again(Type gone)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/customers/import");
        var page = Show<CustomerImportPage>();
        await new GoneFile("customers.csv", gone).ChooseAsync(page);

        page.Press("Read file");

        page.WaitForAssertion(() => page.Find(".field-error").TextContent.Should().Contain("The file could not be read. Choose it again."));
        page.ByLabel("Excel workbook or CSV").GetAttribute("aria-invalid").Should().Be("true");
    }

    [Fact]
    public void The_page_says_where_the_heading_was_found_and_what_cell_cannot_be_read()
    {
        var page = Reading("Daftar Pelanggan\n\nName,Email,NPWP\nDewi,dewi@example.co.id,3.17305670295000E+015");

        page.WaitForAssertion(() => page.ByTestId("import-place").TextContent.Should().Be("Heading: Row 3."));
        page.WaitForAssertion(() => page.RowsOf().Single().Should().Contain("Format the column as text and enter the number again."));
    }

    private IRenderedComponent<Screen> Reading(string text)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/customers/import");
        var page = Show<CustomerImportPage>();
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(Encoding.UTF8.GetBytes(text), "customers.csv"));
        page.Press("Read file");
        return page;
    }
}
