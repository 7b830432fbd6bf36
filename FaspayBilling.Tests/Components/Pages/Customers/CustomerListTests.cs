using Bunit;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Customers;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Pages.Customers;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Components.Pages.Customers;

public sealed class CustomerListTests : PageTest
{
    [Fact]
    public void A_refused_customer_keeps_what_was_typed_and_then_is_in_the_list()
    {
        var page = Open();
        page.WaitForAssertion(() => page.Markup.Should().Contain("There are no customers yet."));
        page.Press("+Create");
        page.WaitForAssertion(() => page.ByLabel("Customer Name"));
        page.ByLabel("Customer Name").Change("PT Maju Jaya");
        page.ByLabel("Customer Email").Change("finance@maju.example");
        page.ByLabel("VA Static Number").Change("12");
        page.ByLabel("NPWP").Change("12");

        page.SendForm("customer");
        page.WaitForAssertion(() => page.ErrorAt("VA Static Number").Should().Contain("10 digits"));
        page.ErrorAt("NPWP").Should().Contain("15 or 16 digits");
        page.ErrorAt("Customer Name").Should().BeEmpty();
        page.ByLabel("Customer Name").GetAttribute("value").Should().Be("PT Maju Jaya");

        page.ByLabel("Address").Change("Jl. Sudirman 1");
        page.Press("Auto Generate VA");
        page.WaitForAssertion(() => page.ByLabel("VA Static Number").GetAttribute("value").Should().HaveLength(10));
        page.ByLabel("NPWP").Change("");
        page.Pick("Document", "National ID");
        page.ByLabel("Document number").Change("3171014101900001");
        page.SendForm("customer");
        page.Press("OK");

        page.WaitForAssertion(() => page.RowsOf()
            .Should().ContainSingle().Which
            .Should().StartWith("PT Maju Jaya | finance@maju.example").And
            .Contain("National ID 3171014101900001"));
    }

    [Fact]
    public async Task Editing_shows_what_is_stored_and_sends_nothing_that_the_document_hides()
    {
        var customer = await Db.AddAsync(new Customer
        {
            MerchantId = Fpy.Id,
            Number = 1,
            Name = "Dewi",
            Email = "dewi@example.co.id",
            Phone = "+65 6123 4567",
            Address = "Jl. Tebet 22",
            VaNumber = "1234567890",
            Document = BuyerIdType.Passport,
            DocumentNumber = "C123",
            Country = "SGP",
            NpwpName = "Dewi",
        });
        var page = Open();
        page.WaitForAssertion(() => page.RowsOf().Should().ContainSingle());
        page.Choose("Edit", "Actions for Dewi");
        page.WaitForAssertion(() => page.ByLabel("Contact no").GetAttribute("value").Should().Be("6123 4567"));

        page.Pick("Document", "TIN");
        page.ByLabel("NPWP").Change("026015362054000");
        page.ByLabel("NPWP Address").Change("Singapore");
        page.SendForm("customer");
        page.Press("OK");

        var stored = await Db.ReadAsync(d => d.Set<Customer>().SingleAsync(c => c.Id == customer.Id));
        stored.Should().BeEquivalentTo(
            new { Document = BuyerIdType.Tin, DocumentNumber = "", Npwp = "026015362054000", Phone = "+65 6123 4567", Country = "SGP" });
    }

    [Fact]
    public async Task A_Viewer_sees_the_list_and_changes_nothing()
    {
        SignIn(Fpy.Finance with { Role = Role.Viewer });
        await Fpy.CustomerAsync();

        var page = Open();

        page.WaitForAssertion(() => page.RowsOf().Should().ContainSingle());
        page.AllByRole("button").Select(Roles.NameOf).Should().Equal("Download XLSX");
    }

    [Fact]
    public async Task A_group_that_somebody_adds_can_be_chosen_though_groups_are_read_once()
    {
        var page = Open();
        page.WaitForAssertion(() => page.Markup.Should().Contain("There are no customers yet."));

        await Db.Get<SaveCustomerGroup>().HandleAsync(Fpy.Finance, null, "Wholesale", 0, default);

        page.WaitForAssertion(() => page.Markup.Should().Contain("Wholesale"));
    }

    private IRenderedComponent<Screen> Open() => Show<CustomerList>();
}
