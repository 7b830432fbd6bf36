using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Invoices.Payments;
using FaspayBilling.Core.Outbox.Callbacks;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Outbox.Callbacks;

/// <summary>Servers that do not answer as they should.</summary>
public sealed partial class CallbackDeliveryTests
{
    [Fact]
    public async Task A_server_that_does_not_answer_is_left_after_its_time()
    {
        await using var server = await MerchantServer.StartAsync();
        await using var db = await TestDb.MakeAsync(extra: MerchantServer.Settings);
        var paid = await PaidBill.OfAsync(db, server.Url);
        server.Answer = http => Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        await paid.PayAsync();
        var watch = Stopwatch.StartNew();

        await paid.SendAsync();

        watch.Elapsed.Should().BeGreaterThan(TimeSpan.FromSeconds(1.9)).And.BeLessThan(TimeSpan.FromSeconds(30));
        (await paid.OnlyAsync()).Should().BeEquivalentTo(new { State = CallbackState.Waiting, LastError = "No answer within 2 seconds." });
    }

    [Fact]
    public async Task A_dead_address_leaves_it_waiting_with_the_reason()
    {
        var server = await MerchantServer.StartAsync();
        var url = server.Url;
        await server.DisposeAsync();
        await using var db = await TestDb.MakeAsync(extra: MerchantServer.Settings);
        var paid = await PaidBill.OfAsync(db, url);
        await paid.PayAsync();

        await paid.SendAsync();

        var call = await paid.OnlyAsync();
        call.State.Should().Be(CallbackState.Waiting);
        call.LastError.Should().Contain("refused");
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var server = await MerchantServer.StartAsync();
        await using var db = await TestDb.MakeAsync(extra: MerchantServer.Settings);
        var paid = await PaidBill.OfAsync(db, server.Url);
        server.Answer = http =>
        {
            http.Response.Redirect("/elsewhere", permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        };
        await paid.PayAsync();

        await paid.SendAsync();

        server.Received.Should().ContainSingle();
        (await paid.OnlyAsync()).LastError.Should().Be("HTTP 307: redirects are not followed.");
    }

    [Fact]
    public async Task A_server_whose_certificate_nobody_trusts_gets_nothing()
    {
        await using var server = await MerchantServer.StartAsync(TestCertificate.Localhost);
        await using var db = await TestDb.MakeAsync(extra: MerchantServer.Settings);
        var paid = await PaidBill.OfAsync(db, server.Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal));
        await paid.PayAsync();

        await paid.SendAsync();

        server.Url.Should().StartWith("https:");
        server.Received.Should().BeEmpty();
        var call = await paid.OnlyAsync();
        call.State.Should().Be(CallbackState.Waiting);
        call.LastError.Should().Contain("SSL");
    }

    [Fact]
    public async Task Of_an_endless_answer_only_the_beginning_is_read()
    {
        await using var server = await MerchantServer.StartAsync();
        await using var db = await TestDb.MakeAsync(extra: MerchantServer.Settings);
        var paid = await PaidBill.OfAsync(db, server.Url);
        server.Answer = async http =>
        {
            http.Response.StatusCode = 500;
            while (!http.RequestAborted.IsCancellationRequested)
            {
                await http.Response.WriteAsync(new string('x', 10_000), http.RequestAborted);
            }
        };
        await paid.PayAsync();

        await paid.SendAsync();

        (await paid.OnlyAsync()).LastError.Should().StartWith("HTTP 500: xxx").And.HaveLength(300);
    }
}
