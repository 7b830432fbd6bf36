using System.Net;
using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Web;

namespace FaspayBilling.Tests.Security;

/// <summary>The language of a page: the user's own, or what the browser of a stranger asks for.</summary>
public sealed class LanguageTests
{
    [Theory]
    [InlineData("id", "Masuk")]
    [InlineData("id-ID,id;q=0.9,en;q=0.8", "Masuk")]
    [InlineData("fr,in;q=0.5", "Masuk")]
    [InlineData("en-GB,id;q=0.5", "Sign in")]
    [InlineData("id;q=0.3,en;q=0.5", "Sign in")]
    [InlineData("fr", "Sign in")]
    [InlineData("%%%", "Sign in")]
    [InlineData(null, "Sign in")]
    public async Task A_stranger_reads_what_the_browser_asks_for(string? accept, string heading)
    {
        await using var web = TestWeb.WithDemo();
        using var visitor = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{web.Address.TrimEnd('/')}/account/sign-in");
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Language", accept);
        }

        using var answer = await visitor.SendAsync(request);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).Should().Contain($">{heading}</h1>");
    }

    [Fact]
    public async Task A_users_own_language_is_kept_and_goes_before_the_browsers()
    {
        await using var web = TestWeb.WithDemo();
        var fina = await web.SignedInAsync("finance@fpy.example");
        (await web.Get<ChangeLanguage>().HandleAsync(fina, Language.Indonesian, default)).Ok.Should().BeTrue();

        using var finance = new HttpVisitor(web);
        using var admin = new HttpVisitor(web);
        (await finance.SignInAsync("finance@fpy.example")).Dispose();
        (await admin.SignInAsync("admin@fpy.example")).Dispose();

        (await finance.ReadAsync("/billings")).DocumentElement.GetAttribute("lang").Should().Be("id");
        (await admin.ReadAsync("/billings")).DocumentElement.GetAttribute("lang").Should().Be("en");
    }
}
