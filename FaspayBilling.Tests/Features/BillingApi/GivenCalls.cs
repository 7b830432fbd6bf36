using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Features.BillingApi;
using FaspayBilling.Core.Features.Invoices.Payments;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.BillingApi;

/// <summary>What happens to bills, and calls that ask for a bill which the caller does not have.</summary>
internal static class GivenCalls
{
    /// <summary>Records a payment of the only bill that there is.</summary>
    public static async Task PayBillAsync(this TestDb db, GivenMerchant merchant, decimal amount, DateOnly day)
    {
        var number = await db.ReadAsync(d => d.Set<Invoice>().Select(i => i.Number).SingleAsync());
        var payment = new PaymentInput(amount, day, "Virtual account") { BeforeInvoiceConfirmed = true };
        (await db.Get<RecordPayment>().HandleAsync(merchant.Finance, number, payment, default)).Ok.Should().BeTrue();
    }

    /// <summary>Another merchant's bill, another number, a key of nothing, an invoice of the dashboard.</summary>
    public static async Task<IReadOnlyList<(GivenSystem System, ApiBill Wanted)>> WrongBillsAsync(this TestDb db, GivenMerchant merchant)
    {
        var system = await db.SystemAsync(merchant);
        var other = await db.SystemAsync(await db.Given.MerchantAsync("OTH"));
        var bill = (await system.CreateAsync()).Value;
        var dashboard = await merchant.InvoiceAsync();
        return
        [
            (other, bill),
            (system, bill with { TransactionNumber = "1002" }),
            (system, bill with { Id = bill.Id + 4711 }),
            (system, bill with { Id = dashboard.Id }),
        ];
    }
}
