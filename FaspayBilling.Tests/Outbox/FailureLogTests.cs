using FaspayBilling.Core.Outbox;
using FaspayBilling.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace FaspayBilling.Tests.Outbox;

public sealed class FailureLogTests
{
    private readonly FakeTimeProvider clock = new();
    private readonly CapturedLog lines = new();

    [Fact]
    public void A_host_and_its_reason_are_told_once_and_its_return_once()
    {
        var log = Log();

        log.Failed("Mail", "The mail server mail.example:587 does not answer.");
        clock.Advance(TimeSpan.FromHours(1));
        log.Failed("Mail", "The mail server mail.example:587 does not answer.");
        log.Worked("Mail");
        log.Worked("Mail");

        lines.Text.Split('\n').Should().SatisfyRespectively(
            first => first.Should().Contain("[1402] Mail did not take something: The mail server mail.example:587 does not answer."),
            second => second.Should().Contain("[1403] Mail takes again"));
    }

    [Fact]
    public void Another_reason_is_told_after_a_minute_and_another_host_at_once()
    {
        var log = Log();

        log.Failed("Mail", "said: 451 queue 1");
        log.Failed("Mail", "said: 451 queue 2");
        log.Failed("Callback shop.example", "HTTP 500");
        clock.Advance(TimeSpan.FromMinutes(1));
        log.Failed("Mail", "said: 451 queue 3");

        lines.Text.Should().Contain("queue 1").And.NotContain("queue 2").And.Contain("shop.example").And.Contain("queue 3");
    }

    [Fact]
    public void A_host_that_refuses_one_thing_and_takes_the_next_is_told_once_a_minute()
    {
        var log = Log();

        for (var second = 0; second < 61; second++)
        {
            log.Failed("Mail", "said: 452 mailbox full");
            log.Worked("Mail");
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        lines.Text.Split('\n').Should().SatisfyRespectively(
            first => first.Should().Contain("[1402] Mail did not take something: said: 452 mailbox full"),
            second => second.Should().Contain("[1403] Mail takes again"));
    }

    [Fact]
    public void Nobodys_address_is_logged()
    {
        Log().Failed("Mail", "said: 451 <budi@customer.example> is over quota, ask postmaster@mail.example");

        lines.Text.Should().NotContain("budi").And.NotContain("postmaster").And.Contain("is over quota");
    }

    private FailureLog Log() => new(lines.CreateLogger("Outbox"), clock);
}
