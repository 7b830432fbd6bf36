using Bunit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Ui;
using FaspayBilling.Web.Components.Ui.Dialogs;

namespace FaspayBilling.Tests.Components.Ui;

public sealed class ConfirmDialogTests : UiTest
{
    private readonly List<bool> runs = [];
    private Outcome answer = Outcome.Done;
    private bool open = true;
    private Outcome? done;

    [Fact]
    public void Yes_runs_and_then_a_notice_waits_for_OK()
    {
        var page = RenderDialog();
        page.ByRole("button", "Yes").Click();

        page.WaitForAssertion(() => page.Markup.Should().Contain("The invoice was cancelled."));
        page.WaitForAssertion(() => page.FindByRole("button", "Yes").Should().BeNull());
        done.Should().BeNull();

        page.Press("OK");
        open.Should().BeFalse();
        done!.Ok.Should().BeTrue();
        runs.Should().Equal(false);
    }

    [Fact]
    public void No_changes_nothing()
    {
        RenderDialog().ByRole("button", "No").Click();

        open.Should().BeFalse();
        runs.Should().BeEmpty();
        done.Should().BeNull();
    }

    [Fact]
    public async Task Escape_is_No()
    {
        var page = RenderDialog();

        await page.EscapeAsync();

        page.WaitForAssertion(() => open.Should().BeFalse());
        page.WaitForAssertion(() => page.FindByRole("dialog").Should().BeNull());
        runs.Should().BeEmpty();
    }

    [Fact]
    public async Task Pressed_twice_it_runs_once_and_Escape_waits_for_the_end()
    {
        var wait = new TaskCompletionSource<Outcome>();
        var page = RenderDialog(run: _ => wait.Task);
        var first = page.ByRole("button", "Yes").ClickAsync();
        var second = page.ByRole("button", "Yes").ClickAsync();
        await page.EscapeAsync();
        page.ByRole("dialog", "Cancel invoice").Should().NotBeNull();
        open.Should().BeTrue();

        wait.SetResult(Outcome.Done);
        await first;
        await second;

        runs.Should().HaveCount(1);
    }

    [Fact]
    public async Task A_second_click_that_was_on_its_way_runs_nothing_any_more()
    {
        var page = RenderDialog();
        var yes = page.FindComponents<BusyButton>().Single(b => b.Instance.Text == "Yes").Instance.OnClick;

        await page.InvokeAsync(() => yes.InvokeAsync());
        await page.InvokeAsync(() => yes.InvokeAsync());
        page.Press("OK");
        await page.InvokeAsync(() => yes.InvokeAsync());

        runs.Should().HaveCount(1);
    }

    [Fact]
    public void A_refusal_is_shown_inside_and_Yes_can_be_tried_again()
    {
        answer = Said.Refusal(RefusalKind.Rule, "invoice.referenced", "A credit note refers to it.");
        var page = RenderDialog();
        page.ByRole("button", "Yes").Click();

        page.WaitForAssertion(() => page.ByRole("alert").TextContent.Should().Contain("A credit note refers to it."));
        open.Should().BeTrue();

        page.ByRole("button", "Yes").Click();
        runs.Should().HaveCount(2);
    }

    [Fact]
    public void An_extra_box_must_be_ticked_first()
    {
        var page = RenderDialog(check: "The tax office never approved this number.");
        page.ByRole("button", "Yes").HasAttribute("disabled").Should().BeTrue();

        page.ByLabel("The tax office never approved this number.").Change(true);
        page.WaitForAssertion(() => page.ByRole("button", "Yes").HasAttribute("disabled").Should().BeFalse());
        page.ByRole("button", "Yes").Click();

        runs.Should().Equal(true);
    }

    [Fact]
    public void What_needs_a_confirmation_brings_the_box_by_itself()
    {
        answer = Said.Refusal(RefusalKind.NeedsConfirmation, "x", "The number was exported.");
        var page = RenderDialog();
        page.ByRole("button", "Yes").Click();
        page.WaitForAssertion(() => page.ByRole("button", "Yes").HasAttribute("disabled").Should().BeTrue());

        page.ByRole("checkbox").Change(true);
        page.WaitForAssertion(() => page.ByRole("button", "Yes").HasAttribute("disabled").Should().BeFalse());
        page.ByRole("button", "Yes").Click();

        runs.Should().Equal(false, true);
    }

    [Fact]
    public void A_warning_of_a_success_is_read_before_OK()
    {
        answer = Outcome.DoneBut(Message.Of("No number was left for 2026."));
        var page = RenderDialog();
        page.ByRole("button", "Yes").Click();

        page.WaitForAssertion(() => page.ByRole("alert").TextContent.Should().Contain("No number was left for 2026."));
    }

    [Fact]
    public void The_dialog_carries_its_title_as_its_name() => RenderDialog().ByRole("dialog", "Cancel invoice").Should().NotBeNull();

    private IRenderedComponent<Screen> RenderDialog(string? check = null, Func<bool, Task<Outcome>>? run = null)
    {
        IRenderedComponent<Screen>? page = null;
        page = Show<ConfirmDialog>(p => p
            .Add(d => d.Open, true)
            .Add(
                d => d.OpenChanged, value => { open = value; page!.FindComponent<ConfirmDialog>().Render(q => q.Add(d => d.Open, value)); })
            .Add(d => d.Title, "Cancel invoice")
            .Add(d => d.Question, "Cancel INV-FPY-032300400?")
            .Add(d => d.Check, check)
            .Add(d => d.Notice, "The invoice was cancelled.")
            .Add(d => d.OnDone, outcome => done = outcome)
            .Add(d => d.Run, sent =>
            {
                runs.Add(sent.Confirmed);
                return run?.Invoke(sent.Confirmed) ?? Task.FromResult(answer);
            }));
        return page;
    }
}
