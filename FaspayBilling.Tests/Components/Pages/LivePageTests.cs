using Bunit;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Live;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace FaspayBilling.Tests.Components.Pages;

public sealed class LivePageTests : PageTest
{
    [Fact]
    public async Task A_slow_answer_never_replaces_what_was_asked_for_after_it()
    {
        var slow = new TaskCompletionSource();
        var page = Render<AskingPage>(p => p.Add(a => a.Address, "page 2").Add(a => a.Answer, slow.Task));
        page.Render(p => p.Add(a => a.Address, "page 3").Add(a => a.Answer, Task.CompletedTask));

        slow.SetResult();

        page.WaitForAssertion(() => page.Markup.Should().Be("page 3"));
        await page.InvokeAsync(() => { });
        page.Markup.Should().Be("page 3");
    }

    [Fact]
    public void A_newer_question_ends_the_reading_for_the_older_one()
    {
        var never = new TaskCompletionSource();
        var page = Render<AskingPage>(p => p.Add(a => a.Address, "page 2").Add(a => a.Answer, never.Task).Add(a => a.Heeds, true));
        page.Render(p => p.Add(a => a.Address, "page 3").Add(a => a.Answer, Task.CompletedTask));

        page.WaitForAssertion(() => page.Markup.Should().Be("page 3"));
    }

    [Fact]
    public async Task A_page_that_is_left_while_it_reads_ends_quietly()
    {
        var page = Render<AskingPage>(p => p.Add(a => a.Address, "page 2").Add(a => a.Answer, new TaskCompletionSource().Task));

        await DisposeComponentsAsync();

        page.IsDisposed.Should().BeTrue();
        Db.Live.Listeners.Should().Be(0);
    }

    [Fact]
    public async Task What_still_runs_when_the_page_was_left_may_ask_whether_it_was()
    {
        var page = Render<AskingPage>(p => p.Add(a => a.Address, "page 2").Add(a => a.Answer, Task.CompletedTask));
        var asking = page.Instance;
        asking.IsLeft.Should().BeFalse();

        await DisposeComponentsAsync();

        asking.IsLeft.Should().BeTrue();
    }

    [Fact]
    public async Task A_page_that_offers_to_refresh_is_not_rendered_again_for_every_change_elsewhere()
    {
        var page = Render<HintedPage>();

        for (var i = 0; i < 20; i++)
        {
            Db.Live.Publish(new LiveChange(Fpy.Id, [new(HistorySubject.Invoice, i)]));
        }

        SpinWait.SpinUntil(() => page.Instance.Heard == 20, TimeSpan.FromSeconds(10)).Should().BeTrue();
        await page.InvokeAsync(() => { });
        page.Markup.Should().Be("True");
        page.RenderCount.Should().BeLessThanOrEqualTo(3, "the page opens, has read, and says that something changed");
    }

    [Fact]
    public async Task Who_commits_does_not_wait_for_what_open_pages_do_about_it()
    {
        using var busy = new ManualResetEventSlim();
        var page = Render<HintedPage>(p => p.Add(h => h.Before, () => busy.Wait()));

        await Task.Run(() => Db.Live.Publish(new LiveChange(Fpy.Id, [new(HistorySubject.Invoice, 1)]))).WaitAsync(TimeSpan.FromSeconds(10));

        busy.Set();
        page.WaitForAssertion(() => page.Markup.Should().Be("True"));
    }

    private sealed class HintedPage : LivePage
    {
        [Parameter] public Action? Before { get; set; }

        public int Heard => Changes;

        protected override Task ReadAsync(Actor actor, CancellationToken stop) => Task.CompletedTask;

        protected override ChangeImpact ConcernOf(LiveChange change)
        {
            Before?.Invoke();
            return ChangeImpact.Hint;
        }

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, Stale);
    }

    private sealed class AskingPage : LivePage
    {
        private string shown = "";

        [Parameter] public required string Address { get; set; }

        [Parameter] public required Task Answer { get; set; }

        /// <summary>Whether its reading stops when it is told to, as a database does.</summary>
        [Parameter] public bool Heeds { get; set; }

        public bool IsLeft => Stop.IsCancellationRequested;

        protected override string Asked => Address;

        protected override async Task ReadAsync(Actor actor, CancellationToken stop)
        {
            var (asked, answer) = (Address, Answer);
            await answer.WaitAsync(Heeds ? stop : Stop);
            shown = asked;
        }

        protected override ChangeImpact ConcernOf(LiveChange change) => ChangeImpact.None;

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, shown);
    }
}
