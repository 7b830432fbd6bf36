using System.Net.Sockets;
using FaspayBilling.Tests.Support;
using FaspayBilling.Web.Logs;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace FaspayBilling.Tests.Logs;

public sealed class LimitedLogTests : IDisposable
{
    private readonly FakeTimeProvider clock = new();
    private readonly CapturedLog lines = new();
    private readonly LimitedLog log;

    public LimitedLogTests() => log = new LimitedLog(LoggerFactory.Create(b => b.AddProvider(lines)), clock);

    private string[] Lines => lines.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public void Dispose() => log.Dispose();

    [Fact]
    public void Of_one_cause_one_entry_a_second_passes_whoever_meets_it()
    {
        for (var second = 0; second < 3; second++)
        {
            foreach (var room in (string[])["Outbox", "Pages", "Api"])
            {
                log.CreateLogger(room).LogError(second, Away(), "It failed in {Room}", room);
            }

            clock.Advance(TimeSpan.FromSeconds(1));
        }

        Lines.Where(line => line.StartsWith("Error", StringComparison.Ordinal)).Should().HaveCount(3)
            .And.OnlyContain(line => line.Contains("It failed in Outbox"));
    }

    [Fact]
    public void The_next_entry_says_how_many_were_left_out_and_the_stack_comes_once_a_minute()
    {
        var room = log.CreateLogger("Outbox");
        for (var i = 0; i < 5; i++) room.LogError(Away(), "It failed");
        clock.Advance(TimeSpan.FromSeconds(1));
        room.LogError(Away(), "It failed");

        lines.Text.Should().Contain("InvalidOperationException");
        Lines[^1].Should().Contain("It failed SocketException: ").And.Contain("(4 of the same cause left out)")
            .And.NotContain("InvalidOperationException");
    }

    [Fact]
    public void Other_causes_and_what_is_no_fault_of_the_database_pass()
    {
        var room = log.CreateLogger("Outbox");

        room.LogError(Away(), "one");
        room.LogError(new InvalidOperationException("a bug"), "two");
        room.LogError(new InvalidOperationException("a bug"), "three");
        room.LogError(new TimeoutException("slow"), "four");
        room.LogWarning("five");
        room.LogWarning("six");

        lines.Text.Should().ContainAll("one", "two", "three", "four", "five", "six");
    }

    [Fact]
    public void Statements_that_failed_count_together_though_they_bring_no_exception()
    {
        var command = log.CreateLogger("Microsoft.EntityFrameworkCore.Database.Command");

        command.LogError(20102, "Failed executing {Statement}", "SELECT 1");
        command.LogError(20102, "Failed executing {Statement}", "SELECT 2");

        Lines.Should().ContainSingle();
    }

    [Theory]
    [InlineData("Microsoft.EntityFrameworkCore.Query", 10100)]
    [InlineData("Microsoft.EntityFrameworkCore.Update", 10000)]
    public void What_is_told_below_takes_no_place_of_the_programs_own_words(string category, int number)
    {
        for (var second = 0; second < 2; second++)
        {
            TellBelow(category, number);
            log.CreateLogger("Outbox").LogError(1401, Away(), "The outbox failed");
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        Lines.Where(line => line.StartsWith("Error", StringComparison.Ordinal)).Should().SatisfyRespectively(
            first => first.Should().Contain($"[{number}]"),
            second => second.Should().Contain("[1401] The outbox failed"),
            third => third.Should().Contain($"[{number}]"),
            fourth => fourth.Should().Contain("[1401] The outbox failed SocketException: "));
    }

    [Theory]
    [InlineData("Microsoft.EntityFrameworkCore.Query", 10100)]
    [InlineData("Microsoft.EntityFrameworkCore.Update", 10000)]
    public void Of_what_is_told_below_the_first_line_comes_each_second_and_the_stack_once_a_minute(string category, int number)
    {
        for (var second = 0; second < 61; second++)
        {
            TellBelow(category, number);
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        Lines.Where(line => line.Contains($"[{number}] An exception occurred for 'BillingDb'.", StringComparison.Ordinal))
            .Should().HaveCount(61);
        lines.Text.Split("InvalidOperationException: likely transient").Should().HaveCount(3, "it stands there twice");
        lines.Text.Should().Contain("An exception occurred for 'BillingDb'. SocketException: ");
    }

    // As EF Core does: the exception beside the text, and all of it within the text.
    private void TellBelow(string category, int number)
    {
        var away = Away();
        log.CreateLogger(category).LogError(
            number, away, "An exception occurred for '{Context}'.{NewLine}{Error}", "BillingDb", Environment.NewLine, away);
    }

    // As it comes from below: wrapped by the driver, and once more by the layer above.
    private static InvalidOperationException Away() =>
        new("likely transient", new NpgsqlException("Failed to connect", new SocketException((int)SocketError.ConnectionRefused)));
}
