using FaspayBilling.Tests.Support.Web;

namespace FaspayBilling.Tests.Components.Layout;

/// <summary>What a browser shows before the page's socket answers.</summary>
public sealed class FirstPaintTests
{
    [Theory]
    [InlineData("/billings")]
    [InlineData("/e-faktur/numbers")]
    [InlineData("/settings/users")]
    public async Task The_frame_and_its_skeleton_come_with_the_page_itself(string path)
    {
        await using var web = TestWeb.WithDemo();
        using var admin = new HttpVisitor(web);
        (await admin.SignInAsync("admin@fpy.example")).Dispose();

        var page = await admin.ReadAsync(path);

        page.QuerySelector(".skeleton-page")!.GetAttribute("aria-hidden").Should().Be("true");
        page.QuerySelectorAll(".skeleton-bar, .skeleton-drawer, .skeleton-content").Should().HaveCount(3);
    }

    [Fact]
    public async Task A_page_that_needs_no_socket_needs_no_skeleton()
    {
        await using var web = TestWeb.WithDemo();
        using var stranger = new HttpVisitor(web);

        (await stranger.ReadAsync("/account/sign-in")).QuerySelector(".skeleton-page").Should().BeNull();
    }
}
