using Bunit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Ui.Dialogs;
using FaspayBilling.Web.Components.Ui.Fields;

namespace FaspayBilling.Tests.Components.Ui;

public sealed class FormDialogTests : UiTest
{
    private Outcome answer = Outcome.Done;
    private Outcome? done;
    private int saves;

    [Fact]
    public void A_refusal_marks_its_field_and_keeps_what_was_typed()
    {
        answer = Said.Refusal(RefusalKind.BadInput, "range.not-13-digits", "Start Number must have 13 digits.", "Start");
        var page = RenderDialog();
        page.ByLabel("Start Number").Change("12");
        page.Find("form").Submit();

        page.WaitForAssertion(() => page.ErrorAt("Start Number").Should().NotBeEmpty());
        var field = page.ByLabel("Start Number");
        field.GetAttribute("value").Should().Be("12");
        field.GetAttribute("aria-invalid").Should().Be("true");
        page.Find("#" + field.GetAttribute("aria-describedby")!.Split(' ')[0]).TextContent.Should().Contain("must have 13 digits");
        page.ByRole("alert").TextContent.Should().Contain("correct the marked field");
    }

    [Fact]
    public void A_refusal_about_no_field_here_stands_on_top()
    {
        answer = Outcome.Refused(
        [
            Said.Refusal(RefusalKind.BadInput, "a", "Marked.", "Start"),
            Said.Refusal(RefusalKind.Rule, "b", "Something else.", "Elsewhere"),
        ]);
        var page = RenderDialog();
        page.Find("form").Submit();

        page.WaitForAssertion(() => page.ByRole("alert").TextContent.Should().Contain("Something else.").And.NotContain("Marked."));
    }

    [Fact]
    public void Saved_it_shows_the_notice_and_OK_ends_it()
    {
        var page = RenderDialog();
        page.Find("form").Submit();
        page.WaitForAssertion(() => page.Markup.Should().Contain("The range was saved."));
        page.Press("OK");

        done!.Ok.Should().BeTrue();
        page.WaitForAssertion(() => page.FindByRole("dialog").Should().BeNull());
    }

    [Fact]
    public async Task Sent_twice_it_saves_once()
    {
        var wait = new TaskCompletionSource<Outcome>();
        var page = RenderDialog(() => wait.Task);
        var first = page.Find("form").SubmitAsync();
        var second = page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => page.ByRole("button", "Save").GetAttribute("aria-busy").Should().Be("true"));
        wait.SetResult(Outcome.Done);
        await first;
        await second;

        saves.Should().Be(1);
    }

    [Fact]
    public void Opened_again_it_has_forgotten_the_refusal()
    {
        answer = Said.Refusal(RefusalKind.Rule, "x", "No.");
        var page = RenderDialog();
        page.Find("form").Submit();
        page.WaitForAssertion(() => page.ByRole("alert"));
        page.ByRole("button", "Cancel").Click();
        page.WaitForAssertion(() => page.FindByRole("dialog").Should().BeNull());
        page.FindComponent<FormDialog>().Render(p => p.Add(d => d.Open, true));

        page.WaitForAssertion(() => page.ByRole("dialog", "Tax Number"));
        page.FindByRole("alert").Should().BeNull();
    }

    private IRenderedComponent<Screen> RenderDialog(Func<Task<Outcome>>? save = null)
    {
        IRenderedComponent<Screen>? page = null;
        page = Show<FormDialog>(p => p
            .Add(d => d.Open, true)
            .Add(d => d.OpenChanged, value => page!.FindComponent<FormDialog>().Render(q => q.Add(d => d.Open, value)))
            .Add(d => d.Title, "Tax Number")
            .Add(d => d.Notice, "The range was saved.")
            .Add(d => d.OnDone, outcome => done = outcome)
            .Add(d => d.Save, _ =>
            {
                saves++;
                return save?.Invoke() ?? Task.FromResult(answer);
            })
            .AddChildContent<TextField>(f => f.Add(t => t.Label, "Start Number").Add(t => t.Name, "Start")));
        return page;
    }
}
