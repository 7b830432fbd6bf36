using FaspayBilling.Core.Accounts.Sessions;
using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Security;

/// <summary>What is watched ends with its session, and nothing that goes wrong on the way keeps it from that.</summary>
public sealed class SessionWatchTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private TestDb db = null!;
    private long ended;
    private long living;

    public async Task InitializeAsync()
    {
        db = await TestDb.MakeAsync();
        var user = await db.UserAsync(await db.Given.MerchantAsync(), "vina@fpy.example", Role.Viewer);
        (ended, living) = ((await db.OpenAsync(user)).Id, (await db.OpenAsync(user)).Id);
        (await db.Get<CloseSession>().HandleAsync(user.In(ended), ended, default)).Ok.Should().BeTrue();
    }

    public async Task DisposeAsync() => await db.DisposeAsync();

    [Fact]
    public async Task A_page_that_cannot_be_ended_keeps_no_other_from_its_end()
    {
        using var watch = new SessionWatch(db.Get<CheckSession>(), db.Clock, NoLog.For<SessionWatch>());
        var pages = Enumerable.Range(0, 20)
            .Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously))
            .ToList();
        foreach (var page in pages)
        {
            watch.Add(new WatchedPage(ended, () => throw new InvalidOperationException("a broken page")));
            watch.Add(new WatchedPage(ended, page.SetResult));
        }

        await watch.StartAsync(default);
        watch.LookSoon();

        await Task.WhenAll(pages.Select(p => p.Task)).WaitAsync(Patience);
        await watch.StopAsync(default);
    }

    [Fact]
    public async Task A_question_that_took_too_long_is_asked_again()
    {
        var slow = new SlowOnce(db.Dbs);
        using var watch = new SessionWatch(new CheckSession(slow, db.Clock), db.Clock, NoLog.For<SessionWatch>());
        var page = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        watch.Add(new WatchedPage(ended, page.SetResult));
        await watch.StartAsync(default);

        watch.LookSoon();
        await slow.Asked.WaitAsync(Patience);
        watch.LookSoon();

        await page.Task.WaitAsync(Patience);
        await watch.StopAsync(default);
    }

    [Fact]
    public async Task What_lives_by_another_session_or_was_over_by_itself_is_not_ended()
    {
        using var watch = new SessionWatch(db.Get<CheckSession>(), db.Clock, NoLog.For<SessionWatch>());
        var wrong = 0;
        var over = new WatchedPage(ended, () => wrong++);
        var last = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        watch.Add(new WatchedPage(living, () => wrong++));
        watch.Add(over);
        watch.Add(new WatchedPage(ended, last.SetResult));
        watch.Remove(over);

        await watch.StartAsync(default);
        watch.LookSoon();
        await last.Task.WaitAsync(Patience);
        await watch.StopAsync(default);
        over.End();

        wrong.Should().Be(0, "what serves somebody else by now is left alone");
    }

    private sealed class SlowOnce(IDbContextFactory<BillingDb> dbs) : IDbContextFactory<BillingDb>
    {
        private readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Asked => asked.Task;

        public BillingDb CreateDbContext() =>
            asked.TrySetResult() ? throw new OperationCanceledException("not the program's own end") : dbs.CreateDbContext();
    }

    [Fact]
    public async Task It_looks_at_least_every_two_seconds()
    {
        var clock = new Periods();
        using var watch = new SessionWatch(db.Get<CheckSession>(), clock, NoLog.For<SessionWatch>());
        await watch.StartAsync(default);

        (await clock.Asked.Task.WaitAsync(Patience)).Should().BeLessThanOrEqualTo(TimeSpan.FromSeconds(2));
        await watch.StopAsync(default);
    }

    /// <summary>A clock that says how often it was asked to ring.</summary>
    private sealed class Periods : TimeProvider
    {
        public TaskCompletionSource<TimeSpan> Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Asked.TrySetResult(period);
            return base.CreateTimer(callback, state, dueTime, period);
        }
    }
}
