using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.BillingApi;

/// <summary>The customer that a bill makes.</summary>
public sealed class BillCustomerTests
{
    [Fact]
    public async Task What_the_form_refuses_the_billing_API_refuses_by_its_own_name()
    {
        await using var db = await TestDb.MakeAsync();
        var system = await db.SystemAsync(await db.Given.MerchantAsync());

        var refusal = (await system.CreateAsync("1", GivenSystem.Request with { CustomerPhone = "+999 123456789" })).Refusal!;

        (refusal.Code, refusal.Field).Should().Be(("bill.customer", "customer_phone"));
        refusal.Sentence().Should().Contain("phone code");
        (await db.ReadAsync(d => d.Set<Customer>().AnyAsync())).Should().BeFalse();
    }
}
