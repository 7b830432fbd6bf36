using System.Net;
using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;

namespace FaspayBilling.Tests.Security;

/// <summary>The page My sessions.</summary>
public sealed class SessionsPageTests : IAsyncLifetime
{
    private const string Path = "/account/sessions";
    private const string Viewer = "vera@fpy.example";
    private const string Windows =
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36";

    private const string Phone =
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/604.1";

    private readonly TestWeb web = new(clock: Given.Clock());

    public async Task InitializeAsync()
    {
        var link = (await web.Get<OfferSetup>().HandleAsync(default)).Split("link=")[1];
        (await web.Get<CompleteSetup>()
            .HandleAsync(new SetupRequest(link, "PT Faspay", "FPY", "Ada", "ada@fpy.example", DemoAccess.Password), default)).Ok
            .Should().BeTrue();
        await web.UserAsync(1, Viewer, Role.Viewer);
    }

    public async Task DisposeAsync() => await web.DisposeAsync();

    [Fact]
    public async Task It_lists_this_device_first_with_browser_address_and_times()
    {
        using var phone = new HttpVisitor(web).From("198.51.100.1", Phone);
        using var here = new HttpVisitor(web).From("203.0.113.7", Windows);
        using var one = await phone.SignInAsync(Viewer);
        using var two = await here.SignInAsync(Viewer);

        var rows = (await here.ReadAsync(Path)).QuerySelectorAll(".sessions li").Select(r => r.TextContent).ToList();

        rows.Should().HaveCount(2);
        rows[0].Should().Contain("Chrome 131 on Windows").And.Contain("this device")
            .And.Contain("203.0.113.7 · signed in 16/11/2026 09:00 · used 16/11/2026 09:00");
        rows[1].Should().Contain("Safari 18 on iPhone").And.Contain("198.51.100.1").And.NotContain("this device");
    }

    [Fact]
    public async Task One_other_device_is_ended_and_this_one_has_no_button()
    {
        using var phone = new HttpVisitor(web).From("198.51.100.1", Phone);
        using var here = new HttpVisitor(web).From("203.0.113.7", Windows);
        using var one = await phone.SignInAsync(Viewer);
        using var two = await here.SignInAsync(Viewer);
        var asked = await here.ReadAsync(Path);
        using var proved = await here.SendAsync(Path, ("Current", DemoAccess.Password));

        using var ended = await here.PressAsync(Path, "End the session of Safari 18 on iPhone");

        asked.QuerySelectorAll("form").Should().ContainSingle("nothing is ended before the password was given again")
            .Which.QuerySelector("[name=Current]").Should().NotBeNull();
        proved.LeadsTo().Should().Be(Path);

        var page = HttpVisitor.Parse(await ended.Content.ReadAsStringAsync());
        page.QuerySelectorAll(".sessions li").Should().ContainSingle();
        page.QuerySelectorAll("form:not([hidden])").Should().BeEmpty("nothing else can be ended");
        (await HoldsAsync(phone)).Should().BeFalse();
        (await HoldsAsync(here)).Should().BeTrue();
    }

    [Fact]
    public async Task All_others_are_ended_together()
    {
        using var phone = new HttpVisitor(web).From("198.51.100.1", Phone);
        using var office = new HttpVisitor(web).From("203.0.113.7", Windows);
        using var here = new HttpVisitor(web);
        foreach (var visitor in new[] { phone, office, here })
        {
            using var signedIn = await visitor.SignInAsync(Viewer);
        }

        await web.ProveAsync();
        using var ended = await here.PressAsync(Path, "End all others");

        ended.StatusCode.Should().Be(HttpStatusCode.OK);
        (await HoldsAsync(phone)).Should().BeFalse();
        (await HoldsAsync(office)).Should().BeFalse();
        (await here.ReadAsync(Path)).QuerySelector(".sessions li")!.TextContent.Should().Contain("Unknown browser");
    }

    [Fact]
    public async Task A_wrong_password_is_said_at_its_field_and_ends_nothing()
    {
        using var phone = new HttpVisitor(web).From("198.51.100.1", Phone);
        using var here = new HttpVisitor(web).From("203.0.113.7", Windows);
        using var one = await phone.SignInAsync(Viewer);
        using var two = await here.SignInAsync(Viewer);

        using var wrong = await here.SendAsync(Path, ("Current", "wrong"));

        (await wrong.Content.ReadAsStringAsync()).Should().Contain(UserRefusals.UserCurrentPassword.Sentence())
            .And.NotContain("End all others");
        (await HoldsAsync(phone)).Should().BeTrue();
    }

    [Fact]
    public async Task Nobody_sees_the_sessions_of_others()
    {
        using var ada = new HttpVisitor(web).From("198.51.100.1", Phone);
        using var here = new HttpVisitor(web);
        using var one = await ada.SignInAsync("ada@fpy.example");
        using var two = await here.SignInAsync(Viewer);

        (await here.ReadAsync(Path)).QuerySelectorAll(".sessions li").Should().ContainSingle()
            .Which.TextContent.Should().NotContain("198.51.100.1");
    }

    private static async Task<bool> HoldsAsync(HttpVisitor visitor)
    {
        using var page = await visitor.GetAsync("/billings");
        return page.StatusCode == HttpStatusCode.OK;
    }
}
