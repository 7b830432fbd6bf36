using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Features.BillingApi;
using FaspayBilling.Core.Features.Invoices.Payments;
using FaspayBilling.Core.Features.Outbox;
using FaspayBilling.Core.Outbox.Callbacks;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Outbox.Callbacks;

/// <summary>A merchant with a callback address, its system and one bill of 10.000.</summary>
internal sealed record PaidBill(TestDb Db, GivenMerchant Fpy, GivenSystem System, ApiBill Bill, string Number)
{
    public static async Task<PaidBill> OfAsync(TestDb db, string url, string merchant = "FPY")
    {
        var fpy = await db.Given.MerchantAsync(merchant);
        var system = await db.SystemAsync(fpy);
        (await db.Get<SaveCallbackUrl>().HandleAsync(fpy.Admin, url, version: 0, default)).Ok.Should().BeTrue();
        return await OfAsync(db, fpy, system, "1233989228221148");
    }

    /// <summary>One more bill of the same merchant and system.</summary>
    public Task<PaidBill> AnotherAsync(string transactionNumber) => OfAsync(Db, Fpy, System, transactionNumber);

    public async Task PayAsync(decimal amount = 10_000m, string method = "Virtual account") =>
        (await Db.Get<RecordPayment>()
            .HandleAsync(Fpy.Finance, Number, new PaymentInput(amount, new DateOnly(2026, 11, 16), method), default)).Ok
            .Should().BeTrue();

    public Task<int> SendAsync() => Db.Get<CallbackDelivery>().SendDueAsync(CancellationToken.None);

    public async Task<CallbackCall> OnlyAsync() => (await CallsAsync()).Should().ContainSingle().Subject;

    public Task<List<CallbackCall>> CallsAsync() =>
        Db.ReadAsync(d => d.Set<CallbackCall>().AsNoTracking().OrderBy(c => c.Id).ToListAsync());

    public Task<int> EndLeasesAsync() => Db.ReadAsync(async d =>
    {
        var past = await d.ClockAsync(CancellationToken.None) - TimeSpan.FromSeconds(1);
        return await d.Set<CallbackCall>().ExecuteUpdateAsync(s => s.SetProperty(c => c.LeasedUntil, past));
    });

    private static async Task<PaidBill> OfAsync(TestDb db, GivenMerchant fpy, GivenSystem system, string transactionNumber)
    {
        var bill = (await system.CreateAsync(transactionNumber)).Value;
        return new(
            db,
            fpy,
            system,
            bill,
            await db.ReadAsync(d => d.Set<Invoice>().Where(i => i.Id == bill.Id).Select(i => i.Number).SingleAsync()));
    }
}
