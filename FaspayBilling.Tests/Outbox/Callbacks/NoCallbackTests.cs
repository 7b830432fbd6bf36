using System.Net;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Domain.Merchants;
using FaspayBilling.Core.Features.Invoices.Payments;
using FaspayBilling.Core.Outbox.Callbacks;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Outbox.Callbacks;

/// <summary>When nobody is called.</summary>
public sealed class NoCallbackTests
{
    [Fact]
    public async Task Without_an_address_and_for_an_invoice_of_the_dashboard_nothing_is_written()
    {
        await using var db = await TestDb.MakeAsync(extra: MerchantServer.Settings);
        var paid = await PaidBill.OfAsync(db, "");
        var dashboard = await paid.Fpy.InvoiceAsync();

        await paid.PayAsync();
        await db.ReadAsync(
            d => d.Set<BillingSettings>().ExecuteUpdateAsync(s => s.SetProperty(b => b.CallbackUrl, MerchantServer.Nowhere)));
        await db.Get<RecordPayment>()
            .HandleAsync(paid.Fpy.Finance, dashboard.Number, new PaymentInput(1_000m, new DateOnly(2026, 11, 16), "Cash"), default);

        (await paid.CallsAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_payment_that_was_undone_before_the_call_is_not_told()
    {
        await using var server = await MerchantServer.StartAsync();
        await using var db = await TestDb.MakeAsync(extra: MerchantServer.Settings);
        var paid = await PaidBill.OfAsync(db, server.Url);
        await paid.PayAsync();
        await db.ReadAsync(d => d.Set<Payment>().ExecuteUpdateAsync(s => s.SetProperty(p => p.UndoneAt, db.Clock.GetUtcNow().UtcDateTime)));

        await paid.SendAsync();

        server.Received.Should().BeEmpty();
        (await paid.OnlyAsync())
            .Should().BeEquivalentTo(new { State = CallbackState.Failed, LastError = "The payment was undone before the call was made." });
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Undoing_a_payment_tells_nobody_and_what_still_waited_is_not_made(Database database)
    {
        await using var server = await MerchantServer.StartAsync();
        await using var db = await TestDb.MakeAsync(database, extra: MerchantServer.Settings);
        var paid = await PaidBill.OfAsync(db, server.Url);
        await paid.PayAsync(4_000m);
        await paid.SendAsync();
        await paid.PayAsync(6_000m);
        foreach (var payment in await db.ReadAsync(d => d.Set<Payment>().Select(p => p.Id).ToListAsync()))
        {
            (await db.Get<UndoPayment>().HandleAsync(paid.Fpy.Finance, paid.Number, payment, default)).Ok.Should().BeTrue();
        }

        await paid.SendAsync();

        server.Received.Should().ContainSingle().Which["payment_amount"].Should().Be("4000");
        (await paid.CallsAsync()).Select(c => c.State).Should().Equal(CallbackState.Delivered, CallbackState.Failed);
        (await paid.System.InquireAsync(paid.Bill)).Value.Payments.Should().BeEmpty();
    }

    [Fact]
    public async Task Outside_Development_nothing_of_this_machine_is_called()
    {
        await using var server = await MerchantServer.StartAsync();
        await using var open = await TestDb.MakeAsync(extra: MerchantServer.Settings);
        var paid = await PaidBill.OfAsync(open, server.Url);
        await paid.PayAsync();
        using var strict = new CallbackSender(new CallbackSettings(AllowLocal: false, TimeSpan.FromSeconds(2)));
        var delivery = new CallbackDelivery(
            open.Dbs, open.Write, strict, open.Get<BillingSecrets>(), open.Clock, NoLog.For<CallbackDelivery>());

        await delivery.SendDueAsync(default);

        server.Received.Should().BeEmpty();
        (await paid.OnlyAsync()).LastError.Should().Be("The address is not an https address on the public internet.");
    }

    [Fact]
    public async Task A_public_name_that_leads_home_is_not_followed_there()
    {
        await using var server = await MerchantServer.StartAsync();
        using var sender = new CallbackSender(
            new CallbackSettings(AllowLocal: false, TimeSpan.FromSeconds(2)),
            (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback, IPAddress.Parse("10.0.0.1")]));

        var error = await sender.PostAsync($"https://shop.example.co.id:{new Uri(server.Url).Port}/callback", "{}", default);

        error!.Words.Should().StartWith("The address leads into a private network.");
    }
}
