using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Faults;
using FaspayBilling.Core.Features.Invoices.TaxNumbers;
using FaspayBilling.Core.Live;
using FaspayBilling.Tests.Support.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Data.Writing;

/// <summary>What of a group is lost, and who is told.</summary>
public sealed partial class WriteGroupTests
{
    [Fact]
    public async Task A_commit_that_fails_tells_every_writer_of_the_group_and_the_next_one_goes_on()
    {
        var first = HoldAsync();
        await entered.Task;
        var one = AddAsync("one");
        var culprit = db.Write.RunAsync(fpy.Finance, Attempt, async write =>
        {
            // A foreign key that is looked at only when it is committed.
            await write.Db.Database.ExecuteSqlRawAsync("PRAGMA defer_foreign_keys=ON");
            await write.Db.Database.ExecuteSqlRawAsync("INSERT INTO InvoiceCounters(MerchantId, Month, Last) VALUES (4711, 202611, 1)");
            return Outcome.Done;
        }, default);
        var two = AddAsync("two");
        goOn.SetResult();

        foreach (var writer in new[] { first, one, culprit, two })
        {
            await FluentActions.Awaiting(() => writer).Should().ThrowAsync<DatabaseUnavailableException>();
        }

        (await AddAsync("later")).Ok.Should().BeTrue();
        (await NamesAsync()).Should().Equal("later");
    }

    [Fact]
    public async Task A_transaction_that_the_database_ends_itself_is_told_to_who_wrote_before_and_the_next_group_goes_on()
    {
        var first = HoldAsync();
        await entered.Task;
        var one = AddAsync("one");
        var culprit = db.Write.RunAsync(fpy.Finance, Attempt, async write =>
        {
            // As a broken disk does.
            await write.Db.Database.ExecuteSqlRawAsync("ROLLBACK");
            throw new SqliteException("disk I/O error", 10);
        }, default);
        var two = AddAsync("two");
        goOn.SetResult();

        foreach (var writer in new[] { first, one, culprit })
        {
            await FluentActions.Awaiting(() => writer).Should().ThrowAsync<DatabaseUnavailableException>();
        }

        (await two).Ok.Should().BeTrue();
        (await AddAsync("later")).Ok.Should().BeTrue();
        (await NamesAsync()).Should().Equal("two", "later");
    }

    [Fact]
    public async Task A_commit_that_fails_for_who_is_alone_in_it_is_told_as_what_it_is()
    {
        var culprit = () => db.Write.RunAsync(fpy.Finance, Attempt, async write =>
        {
            await write.Db.Database.ExecuteSqlRawAsync("PRAGMA defer_foreign_keys=ON");
            await write.Db.Database.ExecuteSqlRawAsync("INSERT INTO InvoiceCounters(MerchantId, Month, Last) VALUES (4711, 202611, 1)");
            return Outcome.Done;
        }, default);

        await culprit.Should().ThrowAsync<SqliteException>();

        (await AddAsync("later")).Ok.Should().BeTrue();
        (await NamesAsync()).Should().Equal("later");
    }

    [Fact]
    public async Task An_exception_of_one_writer_is_its_own()
    {
        var first = HoldAsync();
        await entered.Task;
        var before = AddAsync("before");
        var broken = db.Write.RunAsync(fpy.Finance, Attempt, async write =>
        {
            write.Db.Add(NewCustomer("broken"));
            await write.SaveAsync();
            throw new InvalidDataException("a bug");
        }, default);
        var doubled = db.Write.RunAsync(fpy.Finance, Attempt, write =>
        {
            write.Db.Add(new InvoiceCounter { MerchantId = 4711, Month = 202611 });
            return Task.FromResult(Outcome.Done);
        }, default);
        var after = AddAsync("after");
        goOn.SetResult();

        await FluentActions.Awaiting(() => broken).Should().ThrowAsync<InvalidDataException>();
        await FluentActions.Awaiting(() => doubled).Should().ThrowAsync<DbUpdateException>();
        (await Task.WhenAll(first, before, after)).Should().AllSatisfy(o => o.Ok.Should().BeTrue());
        (await NamesAsync()).Should().Equal("before", "after");
    }
}
