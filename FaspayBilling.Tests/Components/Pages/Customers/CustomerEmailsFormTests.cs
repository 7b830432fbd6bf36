using Bunit;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Pages.Customers;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Components.Pages.Customers;

/// <summary>Several e-mail addresses in the form and in what shows them; only they and the name must be there.</summary>
public sealed class CustomerEmailsFormTests : PageTest
{
    [Fact]
    public async Task Name_and_addresses_are_enough_and_the_list_shows_the_first()
    {
        var page = Show<CustomerList>();
        page.Press("+Create");
        page.WaitForAssertion(() => page.ByLabel("Customer Name"));
        page.ByLabel("Customer Name").Change("Dewi");
        page.ByLabel("Customer Email").Change("a@x.example; nobody\nc@x.example");
        page.SendForm("customer");
        page.WaitForAssertion(() => page.ErrorAt("Customer Email").Should().Contain("“nobody” is none"));

        page.ByLabel("Customer Email").Change("a@x.example\nb@x.example\nc@x.example");
        page.SendForm("customer");
        page.Press("OK");

        page.WaitForAssertion(() => page.RowsOf().Should().ContainSingle().Which.Should().StartWith("Dewi | a@x.example +2"));
        (await Db.ReadAsync(d => d.Set<Customer>().SingleAsync())).Email.Should().Be("a@x.example;b@x.example;c@x.example");
    }

    [Fact]
    public async Task The_customers_page_shows_each_address()
    {
        var customer = await Fpy.CustomerAsync(email: "a@x.example;b@x.example");

        var page = Show<CustomerPage>(p => p.Add(c => c.Id, customer.Id));

        page.WaitForAssertion(() => page.Markup.Should().Contain("a@x.example").And.Contain("b@x.example"));
    }
}
