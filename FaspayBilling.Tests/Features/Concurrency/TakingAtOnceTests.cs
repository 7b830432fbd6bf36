using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Core.Features.Invoices.TaxNumbers;
using FaspayBilling.Core.Features.TaxNumbers;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Features.Concurrency;

public sealed class TakingAtOnceTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Forty_takers_on_two_nodes_get_the_forty_smallest_numbers_without_a_gap(Database database)
    {
        await using var one = await TestDb.MakeAsync(database);
        await using var two = one.AnotherNode();
        var fpy = await one.Given.MerchantAsync();
        await fpy.AvailableNumbersAsync(2026, 20, "001-26.00000101");
        await fpy.AvailableNumbersAsync(2026, 15, "000-26.00000001");
        await fpy.AvailableNumbersAsync(2026, 10, "002-26.00000001");
        await fpy.AvailableNumbersAsync(2025, 10, "000-25.00000001");
        var invoices = await ManyAsync(fpy, 40);

        var answers = await Together.RunAsync(invoices.Select((invoice, i) => Taking(i % 2 == 0 ? one : two, fpy, invoice)));

        answers.Should().OnlyContain(a => a.Ok);
        var expected = Numbers(2600000001, 15).Concat(Numbers(12600000101, 20)).Concat(Numbers(22600000001, 5));
        answers.Select(a => a.Value.Value).Order().Should().Equal(expected);
        (await NumberBook.ReadAsync(one, fpy.Id)).ShouldBalance();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task When_numbers_run_out_the_rest_is_told_so(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await fpy.AvailableNumbersAsync(2026, 25);
        var invoices = await ManyAsync(fpy, 40);

        var answers = await Together.RunAsync(invoices.Select(invoice => Taking(db, fpy, invoice)));

        answers.Count(a => a.Ok).Should().Be(25);
        answers.Where(a => !a.Ok).Should().OnlyContain(a => a.Refusal!.Code == "tax-number.none-available");
        answers.Where(a => a.Ok).Select(a => a.Value).Should().OnlyHaveUniqueItems();
        (await fpy.AvailableAsync(2026)).Should().Be(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Issuing_and_generating_at_once_share_the_numbers(Database database)
    {
        await using var db = await TestDb.MakeAsync(database);
        var fpy = await db.Given.MerchantAsync();
        await fpy.AvailableNumbersAsync(2026, 30);
        var unpaid = await ManyAsync(fpy, 15);
        var drafts = await ManyAsync(fpy, 15, InvoiceStatus.Draft);

        var generating = Together.RunAsync(unpaid.Select(invoice => Taking(db, fpy, invoice)));
        var issuing = Together.RunAsync(
            drafts.Select(invoice => (Func<Task<Core.Domain.Shared.Outcome>>)(() => db.Get<IssueInvoice>()
                .HandleAsync(fpy.Finance, invoice.Number, default))));
        await Task.WhenAll(generating, issuing);

        (await generating).Should().OnlyContain(a => a.Ok);
        (await issuing).Should().OnlyContain(a => a.Ok && a.Warning == null);
        var book = await NumberBook.ReadAsync(db, fpy.Id);
        book.Used.Should().HaveCount(30);
        book.ShouldBalance();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Numbers_given_back_while_others_take_are_never_lost_or_doubled(Database database)
    {
        await using var one = await TestDb.MakeAsync(database);
        await using var two = one.AnotherNode();
        var fpy = await one.Given.MerchantAsync();
        await fpy.AvailableNumbersAsync(2026, 30, "000-26.00000001");
        var holders = new List<Invoice>();
        for (var i = 1; i <= 20; i++) holders.Add(await fpy.InvoiceAsync(InvoiceStatus.Cancelled, taxNumber: $"000-26.000000{i:D2}"));
        var takers = await ManyAsync(fpy, 20);

        var giving = holders.Select((invoice, i) => (Func<Task<Core.Domain.Shared.Outcome<TaxNumber>>>)(() =>
            (i % 2 == 0 ? one : two).Get<CancelTaxNumber>().HandleAsync(fpy.Finance, invoice.Number, neverApproved: false, default)));
        var answers = await Together.RunAsync(
            giving.Zip(takers.Select((invoice, i) => Taking(i % 2 == 0 ? two : one, fpy, invoice)), (give, take) => new[] { give, take })
                .SelectMany(c => c));

        var book = await NumberBook.ReadAsync(one, fpy.Id);
        book.ShouldBalance();
        answers.Where((_, i) => i % 2 == 0).Should().OnlyContain(a => a.Ok, "each give-back is allowed");
        book.Used.Should().HaveCount(answers.Where((_, i) => i % 2 == 1).Count(a => a.Ok));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_range_that_is_cut_while_others_take_never_loses_a_used_number(Database database)
    {
        await using var one = await TestDb.MakeAsync(database);
        await using var two = one.AnotherNode();
        var fpy = await one.Given.MerchantAsync();
        var range = await fpy.AvailableNumbersAsync(2026, 30, "000-26.00000001");
        var takers = await ManyAsync(fpy, 20);

        var cutting = Together.RunAsync(
            [() => two.Get<EditRange>().HandleAsync(fpy.Finance, range.Id, range.Version, "000-26.00000001", "000-26.00000010", default)]);
        var answers = await Together.RunAsync(takers.Select(invoice => Taking(one, fpy, invoice)));
        await cutting;

        var book = await NumberBook.ReadAsync(one, fpy.Id);
        book.ShouldBalance();
        book.Used.Should().HaveCount(answers.Count(a => a.Ok));
    }

    private static Func<Task<Core.Domain.Shared.Outcome<TaxNumber>>> Taking(TestDb node, GivenMerchant fpy, Invoice invoice) =>
        () => node.Get<GenerateTaxNumber>().HandleAsync(fpy.Finance, invoice.Number, default);

    private static async Task<List<Invoice>> ManyAsync(GivenMerchant fpy, int count, InvoiceStatus status = InvoiceStatus.Unpaid)
    {
        var invoices = new List<Invoice>();
        for (var i = 0; i < count; i++) invoices.Add(await fpy.InvoiceAsync(status));
        return invoices;
    }

    private static IEnumerable<long> Numbers(long first, int count) => Enumerable.Range(0, count).Select(i => first + i);
}
