using FaspayBilling.Core.Configuration;
using FaspayBilling.Core.Data.Starting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace FaspayBilling.Tests.Data.Starting;

public sealed class StartPatienceTests
{
    private readonly FakeTimeProvider clock = new();
    private int tries;

    [Fact]
    public async Task What_another_program_holds_for_a_while_is_waited_for()
    {
        var start = StartPatience.RunAsync(() => AwayUntilAsync(4), clock, CancellationToken.None);

        await EndAsync(start);

        (await start, tries).Should().Be(("made", 4));
    }

    [Fact]
    public async Task After_a_minute_it_ends_with_one_sentence()
    {
        var start = StartPatience.RunAsync(() => AwayUntilAsync(int.MaxValue), clock, CancellationToken.None);

        await EndAsync(start);

        (await FluentActions.Awaiting(() => start).Should().ThrowAsync<StartRefusedException>())
            .Which.Message.Should().Contain("60 seconds").And.Contain("database is locked").And.NotContain("\n");
        tries.Should().BeInRange(2, 61);
    }

    [Fact]
    public async Task What_is_no_fault_of_the_database_is_not_tried_again()
    {
        var start = StartPatience.RunAsync<string>(
            () => throw new InvalidOperationException($"try {++tries}"), clock, CancellationToken.None);

        await FluentActions.Awaiting(() => start).Should().ThrowAsync<InvalidOperationException>();
        tries.Should().Be(1);
    }

    private Task<string> AwayUntilAsync(int answered) =>
        ++tries == answered ? Task.FromResult("made") : throw new SqliteException("database is locked", 5);

    private async Task EndAsync(Task start)
    {
        while (!start.IsCompleted)
        {
            clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(1);
        }
    }
}
