using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Invoices.TaxNumbers;
using FaspayBilling.Core.Live;
using FaspayBilling.Tests.Support.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Data.Writing;

/// <summary>Writers who wait at the same moment share one commit of SQLite, and nothing else.</summary>
public sealed partial class WriteGroupTests : IAsyncLifetime
{
    private static readonly AuditedAction Attempt = new(HistorySubject.Invoice, "invoice.cancel", ("invoice", "INV-1"));

    private readonly TaskCompletionSource entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int customers;
    private TestDb db = null!;
    private GivenMerchant fpy = null!;

    public async Task InitializeAsync()
    {
        db = await TestDb.MakeAsync();
        fpy = await db.Given.MerchantAsync();
    }

    public async Task DisposeAsync() => await db.DisposeAsync();

    [Fact]
    public async Task A_refusal_inside_a_group_leaves_the_work_of_the_others_and_its_own_line_of_the_history()
    {
        var first = HoldAsync();
        await entered.Task;
        var before = AddAsync("before");
        var refused = db.Write.RunAsync(fpy.Finance, Attempt, async write =>
        {
            write.Db.Add(NewCustomer("refused"));
            await write.SaveAsync();
            return InvoiceRefusals.InvoiceReferenced;
        }, default);
        var after = AddAsync("after");
        goOn.SetResult();

        (await Task.WhenAll(first, before, after)).Should().AllSatisfy(o => o.Ok.Should().BeTrue());
        (await refused).Refusal!.Code.Should().Be("invoice.referenced");
        (await NamesAsync()).Should().Equal("before", "after");
        (await db.HistoryAsync()).Should().ContainSingle().Which.RefusalCode.Should().Be("invoice.referenced");
    }

    [Fact]
    public async Task First_come_is_first_served()
    {
        var (order, first) = (new List<int>(), HoldAsync());
        await entered.Task;
        var writers = Enumerable.Range(0, 100).Select(n => db.Write.RunAsync(fpy.Finance, Attempt, _ =>
        {
            order.Add(n);
            return Task.FromResult(Outcome.Done);
        }, default)).ToList();
        goOn.SetResult();
        await Task.WhenAll([first, .. writers]);

        order.Should().Equal(Enumerable.Range(0, 100));
    }

    [Fact]
    public async Task Nothing_is_answered_told_or_read_before_the_group_is_committed()
    {
        var heard = new List<LiveChange>();
        using var page = db.Live.Subscribe(fpy.Id, heard.Add);
        var first = HoldAsync("held");
        await entered.Task;
        var (inside, last) = (new TaskCompletionSource(), new TaskCompletionSource());
        var second = BlockAsync(inside, last);
        goOn.SetResult();
        await inside.Task;

        first.IsCompleted.Should().BeFalse();
        heard.Should().BeEmpty();
        (await NamesAsync()).Should().BeEmpty();

        last.SetResult();
        await Task.WhenAll(first, second);
        heard.Should().ContainSingle();
        (await NamesAsync()).Should().Equal("held");
    }

    [Fact]
    public async Task A_group_ends_at_64_although_others_wait()
    {
        var (inside, last) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = HoldAsync();
        await entered.Task;
        var group = Enumerable.Range(1, 63).Select(n => AddAsync($"{n}")).ToList();
        var next = BlockAsync(inside, last);
        goOn.SetResult();
        await inside.Task;

        (await Task.WhenAll([first, .. group])).Should().AllSatisfy(o => o.Ok.Should().BeTrue());
        next.IsCompleted.Should().BeFalse();
        last.SetResult();
        (await next).Ok.Should().BeTrue();
    }

    [Fact]
    public async Task Who_is_cancelled_while_waiting_leaves_the_queue()
    {
        using var gone = new CancellationTokenSource();
        var first = HoldAsync();
        await entered.Task;
        var ran = false;
        var left = db.Write.RunAsync(fpy.Finance, Attempt, _ =>
        {
            ran = true;
            return Task.FromResult(Outcome.Done);
        }, gone.Token);
        var after = AddAsync("after");

        await gone.CancelAsync();
        await FluentActions.Awaiting(() => left).Should().ThrowAsync<OperationCanceledException>();
        goOn.SetResult();

        (await Task.WhenAll(first, after)).Should().AllSatisfy(o => o.Ok.Should().BeTrue());
        ran.Should().BeFalse();
        (await NamesAsync()).Should().Equal("after");
    }

    [Fact]
    public async Task A_write_inside_a_write_throws_at_once_and_spoils_no_other()
    {
        var nested = db.Write.RunAsync(fpy.Finance, Attempt, _ => AddAsync("inner"), default);

        await FluentActions.Awaiting(() => nested).Should().ThrowAsync<InvalidOperationException>();
        (await AddAsync("later")).Ok.Should().BeTrue();
        (await NamesAsync()).Should().Equal("later");
    }

    [Fact]
    public async Task Sixteen_writers_get_sixteen_numbers()
    {
        await fpy.AvailableNumbersAsync(2026, 200, "000-26.00000001");
        var invoices = new List<Invoice>();
        for (var n = 0; n < 160; n++)
        {
            invoices.Add(await fpy.InvoiceAsync());
        }

        var answers = await Together.RunAsync(invoices.Chunk(10).Select(some => (Func<Task<Outcome<string>>>)(async () =>
        {
            var given = new List<string>();
            foreach (var invoice in some)
            {
                given.Add((await db.Get<GenerateTaxNumber>().HandleAsync(fpy.Finance, invoice.Number, default)).Value.ToString());
            }

            return string.Join(' ', given);
        })));

        answers.SelectMany(a => a.Value.Split(' ')).Should().HaveCount(160).And.OnlyHaveUniqueItems();
        (await NumberBook.ReadAsync(db, fpy.Id)).ShouldBalance();
    }

    // The first writer of a group, inside until it is told to go on.
    private Task<Outcome> HoldAsync(string? adds = null) => db.Write.RunAsync(fpy.Finance, Attempt, async write =>
    {
        entered.SetResult();
        await goOn.Task;
        if (adds is not null)
        {
            write.Db.Add(NewCustomer(adds));
            write.MarkChanged(HistorySubject.Customer);
        }

        return Outcome.Done;
    }, default);

    private Task<Outcome> BlockAsync(TaskCompletionSource inside, TaskCompletionSource last) =>
        db.Write.RunAsync(fpy.Finance, Attempt, async _ =>
        {
            inside.SetResult();
            await last.Task;
            return Outcome.Done;
        }, default);

    private Task<Outcome> AddAsync(string name) => db.Write.RunAsync(fpy.Finance, Attempt, write =>
    {
        write.Db.Add(NewCustomer(name));
        return Task.FromResult(Outcome.Done);
    }, default);

    private Customer NewCustomer(string name) =>
        new() { MerchantId = fpy.Id, Number = Interlocked.Increment(ref customers), Name = name };

    private Task<List<string>> NamesAsync() => db.ReadAsync(d => d.Set<Customer>().OrderBy(c => c.Id).Select(c => c.Name).ToListAsync());
}
