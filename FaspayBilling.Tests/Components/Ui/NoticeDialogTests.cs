using Bunit;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Ui;
using FaspayBilling.Web.Components.Ui.Dialogs;

namespace FaspayBilling.Tests.Components.Ui;

public sealed class NoticeDialogTests : UiTest
{
    private int answers;

    [Fact]
    public async Task OK_counts_once_while_the_page_moves_on()
    {
        var page = RenderNotice();
        var ok = page.FindComponents<BusyButton>().Single().Instance.OnClick;

        await page.InvokeAsync(() => ok.InvokeAsync());
        await page.InvokeAsync(() => ok.InvokeAsync());

        answers.Should().Be(1);
    }

    [Fact]
    public void Opened_again_it_is_answered_again()
    {
        var page = RenderNotice();
        page.Press("OK");
        page.FindComponent<NoticeDialog>().Render(p => p.Add(d => d.Open, false));
        page.FindComponent<NoticeDialog>().Render(p => p.Add(d => d.Open, true));
        page.Press("OK");

        answers.Should().Be(2);
    }

    private IRenderedComponent<Screen> RenderNotice() =>
        Show<NoticeDialog>(p => p.Add(d => d.Open, true).Add(d => d.Text, "INV was issued.").Add(d => d.OnOk, () => answers++));
}
