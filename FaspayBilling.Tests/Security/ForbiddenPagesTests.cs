using System.Net;
using FaspayBilling.Tests.Support.Web;

namespace FaspayBilling.Tests.Security;

public sealed class ForbiddenPagesTests
{
    [Fact]
    public async Task Who_opens_a_page_that_the_role_does_not_allow_is_in_the_log_with_page_and_address()
    {
        using var log = new CapturedLog();
        await using var web = new TestWeb(new() { ["Demo:Enabled"] = "true" }, log: log);
        using var viewer = new HttpVisitor(web).From("198.51.100.9");
        using var signedIn = await viewer.SignInAsync("viewer@fpy.example");

        using var allowed = await viewer.GetAsync("/billings");
        using var page = await viewer.GetAsync("/settings/merchant");

        page.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        log.Text.Split('\n').Should().ContainSingle(line => line.Contains("[2291]", StringComparison.Ordinal))
            .Which.Should().Contain("/settings/merchant").And.Contain("from 198.51.100.9");
    }
}
