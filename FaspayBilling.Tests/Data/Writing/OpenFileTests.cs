using FaspayBilling.Core.Data;
using FaspayBilling.Core.Data.Writing;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Customers;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace FaspayBilling.Tests.Data.Writing;

/// <summary>A database file that is taken away while it is open loses nothing that was answered as done.</summary>
public sealed class OpenFileTests : IAsyncLifetime
{
    private static readonly AuditedAction Attempt = new(HistorySubject.Customer, "customer.add");

    private int customers;
    private TestDb db = null!;
    private Actor sri = null!;

    private string Path => db.Settings["Database:Path"]!;

    public async Task InitializeAsync()
    {
        db = await TestDb.MakeAsync();
        sri = await db.SignedInAsync(await db.UserAsync(await db.Given.MerchantAsync(), "sri@fpy.example", Role.Finance));
        (await AddAsync("before")).Should().BeNull();
    }

    public async Task DisposeAsync() => await db.DisposeAsync();

    [Fact]
    public async Task Deleted_it_refuses_every_write_and_no_new_one_is_made()
    {
        File.Delete(Path);

        (await AddAsync("one")).Should().Be("database.unavailable");
        (await AddAsync("two")).Should().Be("database.unavailable");

        File.Exists(Path).Should().BeFalse();
    }

    [Fact]
    public async Task Replaced_by_another_one_it_refuses_every_write()
    {
        var other = System.IO.Path.Combine(db.Folder, "other.db");
        await SqliteTemplate.CopyToAsync(other);

        File.Move(other, Path, overwrite: true);

        (await AddAsync("one")).Should().Be("database.unavailable");
        (await AddAsync("two")).Should().Be("database.unavailable");
    }

    [Fact]
    public async Task Taken_away_in_the_middle_of_a_write_it_refuses_that_one()
    {
        var taken = await db.Write.RunAsync(sri, Attempt, write =>
        {
            write.Db.Add(NewCustomer("taken"));
            File.Move(Path, Path + ".aside");
            return Task.FromResult(Outcome.Done);
        }, default);
        File.Move(Path + ".aside", Path);

        taken.Refusal!.Code.Should().Be("database.unavailable");
        (await NamesAsync()).Should().Equal("before");
    }

    [Fact]
    public async Task Without_its_write_ahead_log_it_refuses_every_write()
    {
        File.Delete(Path + "-wal");

        (await AddAsync("one")).Should().Be("database.unavailable");
        (await AddAsync("two")).Should().Be("database.unavailable");
    }

    [Fact]
    public async Task With_another_write_ahead_log_in_the_place_of_its_own_it_refuses_every_write()
    {
        File.Delete(Path + "-wal");

        // As a connection does that is opened now.
        await File.WriteAllBytesAsync(Path + "-wal", []);

        (await AddAsync("one")).Should().Be("database.unavailable");
        (await AddAsync("two")).Should().Be("database.unavailable");
    }

    [Fact]
    public async Task With_its_own_write_ahead_log_back_in_its_place_it_is_written_again()
    {
        File.Move(Path + "-wal", Path + ".aside");
        (await AddAsync("away")).Should().Be("database.unavailable");
        File.Move(Path + ".aside", Path + "-wal");

        (await AddAsync("back")).Should().BeNull();

        (await NamesAsync()).Should().Equal("before", "back");
    }

    [Fact]
    public async Task Back_in_its_place_it_is_written_again()
    {
        File.Move(Path, Path + ".aside");
        (await AddAsync("away")).Should().Be("database.unavailable");
        File.Move(Path + ".aside", Path);

        (await AddAsync("back")).Should().BeNull();

        (await NamesAsync()).Should().Equal("before", "back");
    }

    [Fact]
    public void The_log_says_why_once_and_once_that_it_is_over()
    {
        using var log = new CapturedLog();
        using var loggers = LoggerFactory.Create(to => to.AddProvider(log));
        using var file = new OpenFile(db.Get<DatabaseSettings>(), loggers.CreateLogger<OpenFile>());
        file.WhyNot().Should().BeNull();

        File.Move(Path, Path + ".aside");
        file.WhyNot().Should().Contain("deleted, moved or replaced");
        file.WhyNot().Should().Contain(Path);
        File.Move(Path + ".aside", Path);
        file.WhyNot().Should().BeNull();
        file.WhyNot().Should().BeNull();

        log.Text.Split('\n').Should().SatisfyRespectively(
            gone => gone.Should().StartWith("Critical").And.Contain("[1007]").And.Contain("every write is refused"),
            back => back.Should().StartWith("Warning").And.Contain("[1008]").And.Contain("back in its place"));
    }

    private async Task<string?> AddAsync(string name) => (await db.Write.RunAsync(sri, Attempt, write =>
    {
        write.Db.Add(NewCustomer(name));
        return Task.FromResult(Outcome.Done);
    }, default)).Refusal?.Code;

    private Customer NewCustomer(string name) =>
        new() { MerchantId = sri.MerchantId, Number = Interlocked.Increment(ref customers), Name = name };

    private Task<List<string>> NamesAsync() =>
        db.ReadAsync(d => d.Set<Customer>().OrderBy(c => c.Id).Select(c => c.Name).ToListAsync());
}
