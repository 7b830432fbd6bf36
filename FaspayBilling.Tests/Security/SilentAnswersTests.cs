using System.Net;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Tests.Support.Web;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Tests.Security;

/// <summary>What an answer must not tell, on a server as it is run for real.</summary>
public sealed class SilentAnswersTests
{
    [Fact]
    public async Task A_page_that_breaks_tells_the_log_why_and_the_visitor_nothing()
    {
        using var log = new CapturedLog();
        await using var web = new TestWeb(environment: "Production", log: log);
        using var visitor = new HttpVisitor(web);
        await web.ReadAsync(db => db.Database.ExecuteSqlRawAsync("DROP TABLE Invoices"));

        using var answer = await visitor.GetAsync($"/bill/{PublicLinkKey.New()}/pdf");

        answer.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("Something went wrong")
            .And.NotContain("Invoices").And.NotContain("Exception").And.NotContain("SQLite");
        log.Text.Should().Contain("no such table: Invoices");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/account/sign-in")]
    [InlineData("/app.css")]
    public async Task What_was_sent_is_sent_back_to_nobody(string path)
    {
        await using var web = new TestWeb(environment: "Production");
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(web.Address)
        };
        using var request = new HttpRequestMessage(HttpMethod.Trace, path);
        request.Headers.Add("Cookie", "faspay=kept-from-scripts");

        using var answer = await http.SendAsync(request);

        answer.IsSuccessStatusCode.Should().BeFalse();
        (await answer.Content.ReadAsStringAsync()).Should().NotContain("kept-from-scripts");
    }

    [Theory]
    [InlineData("/_content/")]
    [InlineData("/_framework/")]
    [InlineData("/data/")]
    [InlineData("/.git/config")]
    [InlineData("/appsettings.json")]
    public async Task No_folder_is_listed_and_no_file_of_the_program_is_served(string path)
    {
        await using var web = new TestWeb(environment: "Production");
        using var visitor = new HttpVisitor(web);

        using var answer = await visitor.GetAsync(path);

        answer.StatusCode.Should().NotBe(HttpStatusCode.OK);
    }
}
