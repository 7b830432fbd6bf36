using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.ApiAccess;
using FaspayBilling.Core.Features.BillingApi;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Features.BillingApi;

/// <summary>One transaction number again, or many at once.</summary>
public sealed partial class CreateBillTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_request_again_answers_the_same_bill_and_another_one_is_refused(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        var system = await db.SystemAsync(fpy);
        var first = (await system.CreateAsync("1001", Food)).Value;
        BillRequest[] others =
        [
            Food with { Notes = "Another" },
            Food with { Total = 10_001m },
            Food with { CustomerEmail = "other@pelanggan.example" },
            Food with { CustomerPhone = "0811" },
            Food with { Due = null },
            Food with { Items = [new("Chicken", 2, 2_500m), new("Goose", 1, 5_000m)] },
            Food with { Language = Language.English },
            Food with { StaticVa = "8985991234567891" },
        ];

        var again = (await system.CreateAsync(
            "1001", Food with { Total = 10_000.00m, Items = [new("Chicken", 2.0m, 2_500.00m), new("Duck", 1, 5_000m)] })).Value;
        var refused = new List<string>();
        foreach (var other in others)
        {
            refused.Add((await system.CreateAsync("1001", other)).Refusal!.Code);
        }

        again.Should().BeEquivalentTo(first);
        refused.Should().AllBe("bill.other-request");
        (await db.ReadAsync(d => d.Set<Invoice>().CountAsync())).Should().Be(1);
        (await db.MailsAsync()).Should().ContainSingle();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Many_creates_with_one_transaction_number_at_once_give_one_bill(Database database)
    {
        await using var one = await TestDb.MakeAsync(database);
        await using var two = one.AnotherNode();
        var fpy = await one.Given.MerchantAsync();
        var system = await one.SystemAsync(fpy);

        var answers = await Together.RunAsync(Enumerable.Range(0, 12)
            .Select(i => (Func<Task<Core.Domain.Shared.Outcome<ApiBill>>>)(() => system.On(i % 2 == 0 ? one : two).CreateAsync("1001"))));

        answers.Should().OnlyContain(a => a.Ok);
        answers.Select(a => a.Value.Id).Distinct().Should().ContainSingle();
        answers.Select(a => a.Value.Url).Distinct().Should().ContainSingle();
        (await one.ReadAsync(d => d.Set<Invoice>().CountAsync())).Should().Be(1);
        (await one.ReadAsync(d => d.Set<Customer>().CountAsync())).Should().Be(1);
        (await one.MailsAsync()).Should().ContainSingle();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_two_different_requests_with_one_number_at_once_one_wins(Database database)
    {
        await using var one = await TestDb.MakeAsync(database);
        await using var two = one.AnotherNode();
        var system = await one.SystemAsync(await one.Given.MerchantAsync());

        var answers = await Together.RunAsync(Enumerable.Range(0, 8).Select(i => (Func<Task<Core.Domain.Shared.Outcome<ApiBill>>>)(() =>
            system.On(i % 2 == 0 ? one : two).CreateAsync("1001", GivenSystem.Request with { Notes = i % 2 == 0 ? "this" : "that" }))));

        answers.Count(a => a.Ok).Should().Be(4);
        answers.Where(a => !a.Ok).Should().OnlyContain(a => a.Refusal!.Code == "bill.other-request");
        (await one.ReadAsync(d => d.Set<Invoice>().CountAsync())).Should().Be(1);
    }

    [Fact]
    public async Task Another_merchant_may_have_the_same_transaction_number()
    {
        await using var db = await TestDb.MakeAsync();
        var fpy = await db.SystemAsync(await db.Given.MerchantAsync());
        var other = await db.SystemAsync(await db.Given.MerchantAsync("OTH"));

        (await fpy.CreateAsync()).Ok.Should().BeTrue();
        (await other.CreateAsync()).Ok.Should().BeTrue();
    }
}
