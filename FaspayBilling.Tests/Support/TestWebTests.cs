using System.Net;

namespace FaspayBilling.Tests.Support;

public sealed class TestWebTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/_framework/blazor.web.js")]
    [InlineData("/_content/Radzen.Blazor/css/standard-base.css")]
    public async Task The_page_its_script_and_the_theme_are_served(string path)
    {
        await using var web = new TestWeb();
        using var http = new HttpClient();

        using var answer = await http.GetAsync(new Uri(new Uri(web.Address), path));

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).Should().NotBeEmpty();
    }
}
