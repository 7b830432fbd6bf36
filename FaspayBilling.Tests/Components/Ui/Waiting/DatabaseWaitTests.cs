using FaspayBilling.Web.Components.Ui.Waiting;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace FaspayBilling.Tests.Components.Ui.Waiting;

/// <summary>What is waited for, and what is not waited for without an end.</summary>
public sealed class DatabaseWaitTests
{
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public async Task What_lasts_too_long_for_the_database_is_asked_for_once_more_and_then_thrown()
    {
        var wait = new DatabaseWait(clock);
        var asked = 0;

        var reading = wait.ReadAsync(
            () =>
            {
                asked++;
                throw new PostgresException("canceling statement due to statement timeout", "ERROR", "ERROR", "57014");
            },
            default);
        clock.Advance(TimeSpan.FromSeconds(2));

        await FluentActions.Awaiting(() => reading).Should().ThrowAsync<PostgresException>();
        (asked, wait.Silent).Should().Be((2, false));
    }

    [Fact]
    public void A_page_that_breaks_again_after_three_returns_in_a_row_is_given_up_for_a_while()
    {
        var wait = new DatabaseWait(clock);
        wait.Return();
        wait.Return();
        wait.GivesUp.Should().BeFalse();

        wait.Return();

        wait.GivesUp.Should().BeTrue();
        clock.Advance(TimeSpan.FromMinutes(3));
        wait.GivesUp.Should().BeFalse();
    }
}
