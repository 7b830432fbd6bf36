using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Features.Customers;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.Customers;

/// <summary>Form, import and billing API let the same customers in.</summary>
public sealed class CustomerDoorsTests : IAsyncLifetime
{
    private TestDb db = null!;
    private GivenMerchant fpy = null!;

    public async Task InitializeAsync()
    {
        db = await TestDb.MakeAsync();
        fpy = await db.Given.MerchantAsync();
    }

    public async Task DisposeAsync() => await db.DisposeAsync();

    [Fact]
    public async Task A_customer_that_the_billing_API_made_is_edited_without_filling_in_more()
    {
        (await (await db.SystemAsync(fpy)).CreateAsync("1")).Ok.Should().BeTrue();
        var made = await db.ReadAsync(d => d.Set<Customer>().SingleAsync());

        var form = (await db.Get<ReadCustomerForm>().HandleAsync(fpy.Finance, made.Id, default)).Value;
        var saved = await db.Get<SaveCustomer>()
            .HandleAsync(fpy.Finance, made.Id, form.Data with { AdditionalInfo = "pays late" }, form.Version, default);

        saved.Refusals.Should().BeEmpty();
        (await db.ReadAsync(d => d.Set<Customer>().SingleAsync())).Should().BeEquivalentTo(
            new { made.Name, made.Email, Npwp = "", VaNumber = "", AdditionalInfo = "pays late" });
    }

    [Fact]
    public async Task Name_and_email_alone_come_in_by_form_and_by_import()
    {
        (await db.Get<SaveCustomer>().HandleAsync(fpy.Finance, null, new() { Name = "Ani", Email = "ani@x.example" }, 0, default))
            .Refusals.Should().BeEmpty();

        var import = (await db.Get<ReadCustomerImport>()
            .HandleAsync(fpy.Finance, new MemoryStream("Name;Email\nBudi;budi@x.example"u8.ToArray()), default)).Value;
        import.Bad.Should().BeEmpty();
        (await db.Get<ImportCustomers>().HandleAsync(fpy.Finance, import.Rows, null, default)).Value.Saved.Should().Be(1);
    }
}
