using FaspayBilling.Web.Health;
using Microsoft.Extensions.Time.Testing;

namespace FaspayBilling.Tests.Health;

public sealed class ClosedPagesTests
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(20);

    private readonly FakeTimeProvider clock = new();
    private int collected;

    [Theory]
    [InlineData(1_000, 1_000, 1)]
    [InlineData(1_000, 500, 1)]
    [InlineData(1_000, 499, 0)]
    [InlineData(100, 100, 1)]
    [InlineData(99, 99, 0)]
    public void Memory_is_given_back_when_half_of_many_pages_were_closed(int opened, int closed, int times)
    {
        var pages = Pages();
        Open(pages, opened);
        Close(pages, closed);
        collected.Should().Be(0, "somebody may come back");

        clock.Advance(Rest);

        collected.Should().Be(times);
    }

    [Fact]
    public void Who_comes_back_at_once_keeps_it()
    {
        var pages = Pages();
        Open(pages, 1_000);
        Close(pages, 1_000);
        Open(pages, 900);

        clock.Advance(Rest);

        collected.Should().Be(0);
    }

    [Fact]
    public void It_is_given_back_once_for_the_same_pages_and_again_for_others()
    {
        var pages = Pages();
        Open(pages, 400);
        Close(pages, 300);
        clock.Advance(Rest);
        Close(pages, 50);
        clock.Advance(Rest);
        collected.Should().Be(1);

        Open(pages, 350);
        Close(pages, 400);
        clock.Advance(Rest);

        collected.Should().Be(2);
    }

    private ClosedPages Pages() => new(clock, () => collected++);

    private static void Open(ClosedPages pages, int count)
    {
        for (var i = 0; i < count; i++)
        {
            pages.Opened();
        }
    }

    private static void Close(ClosedPages pages, int count)
    {
        for (var i = 0; i < count; i++)
        {
            pages.Closed();
        }
    }
}
