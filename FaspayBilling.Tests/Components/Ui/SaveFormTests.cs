using Bunit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Ui.Fields;

namespace FaspayBilling.Tests.Components.Ui;

public sealed class SaveFormTests : UiTest
{
    private Outcome answer = Outcome.Done;
    private int done;

    [Fact]
    public void Saved_it_shows_the_notice_until_OK()
    {
        var page = RenderForm();
        page.Find("form").Submit();
        page.WaitForAssertion(() => page.ByRole("dialog", "Success").TextContent.Should().Contain("The threshold was saved."));
        page.Press("OK");

        done.Should().Be(1);
        page.WaitForAssertion(() => page.FindByRole("dialog").Should().BeNull());
    }

    [Fact]
    public void After_a_refusal_the_first_marked_field_gets_the_focus()
    {
        answer = Said.Refusal(RefusalKind.BadInput, "threshold.limit", "The limit is 0 to 1,000,000.", "Limit");
        var page = RenderForm();
        page.ByLabel("Threshold Limit").Change("9999999");
        page.Find("form").Submit();

        page.ByLabel("Threshold Limit").GetAttribute("value").Should().Be("9.999.999");
        page.ErrorAt("Threshold Limit").Should().Contain("0 to 1,000,000");
        JSInterop.VerifyInvoke("ui.focusInvalid");
    }

    [Fact]
    public void Who_may_only_look_finds_no_Save() => RenderForm(readOnly: true).FindByRole("button", "Save").Should().BeNull();

    private IRenderedComponent<Screen> RenderForm(bool readOnly = false) => Show<SaveForm>(p => p
        .Add(f => f.Save, _ => Task.FromResult(answer))
        .Add(f => f.Notice, "The threshold was saved.")
        .Add(f => f.ReadOnly, readOnly)
        .Add(f => f.OnDone, _ => done++)
        .AddChildContent<NumberField>(f => f.Add(n => n.Label, "Threshold Limit").Add(n => n.Name, "Limit")));
}
