using System.Net;

namespace FaspayBilling.Tests.Support.Web;

public sealed class TestWebTests
{
    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/_framework/blazor.web.js")]
    [InlineData("/_content/MudBlazor/MudBlazor.min.css")]
    public async Task The_sign_in_its_script_and_the_theme_are_served_to_everybody(string path)
    {
        await using var web = new TestWeb();
        using var http = new HttpClient();

        using var answer = await http.GetAsync(new Uri(new Uri(web.Address), path));

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).Should().NotBeEmpty();
    }
}
