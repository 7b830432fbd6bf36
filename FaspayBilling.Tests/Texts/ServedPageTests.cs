using FaspayBilling.Core.Accounts;
using FaspayBilling.Tests.Support.Web;

namespace FaspayBilling.Tests.Texts;

/// <summary>What a page says of its language to the browser.</summary>
public sealed class ServedPageTests
{
    [Fact]
    public async Task No_page_is_offered_for_translation_which_would_rewrite_what_Blazor_renders()
    {
        await using var web = new TestWeb();
        var link = (await web.Get<OfferSetup>().HandleAsync(default)).Split("link=")[1];
        await web.Get<CompleteSetup>()
            .HandleAsync(new SetupRequest(link, "PT Faspay", "FPY", "Ada", "ada@fpy.example", DemoAccess.Password), default);
        using var visitor = new HttpVisitor(web);

        var plain = await visitor.ReadAsync("/account/sign-in");
        using var signedIn = await visitor.SignInAsync("ada@fpy.example");
        var interactive = await visitor.ReadAsync("/billings");

        foreach (var page in new[] { plain, interactive })
        {
            page.DocumentElement.GetAttribute("translate").Should().Be("no");
            page.DocumentElement.GetAttribute("lang").Should().Be("en");
        }
    }
}
