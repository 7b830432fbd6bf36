using System.Net;
using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Web;

namespace FaspayBilling.Tests.Security;

/// <summary>A database that is away is no sign-out and no wrong password.</summary>
public sealed class DatabaseAwayTests : IAsyncLifetime
{
    private const string Vera = "vera@fpy.example";

    private readonly TestWeb web = new(clock: Given.Clock(), environment: "Production");

    public async Task InitializeAsync()
    {
        var link = (await web.Get<OfferSetup>().HandleAsync(default)).Split("link=")[1];
        await web.Get<CompleteSetup>()
            .HandleAsync(new SetupRequest(link, "PT Faspay", "FPY", "Ada", "ada@fpy.example", DemoAccess.Password), default);
        await web.UserAsync(1, Vera, Role.Viewer);
    }

    public async Task DisposeAsync() => await web.DisposeAsync();

    [Fact]
    public async Task Who_is_signed_in_is_told_so_and_is_signed_in_afterwards()
    {
        using var visitor = new HttpVisitor(web);
        using var signedIn = await visitor.SignInAsync(Vera);
        await using (await Outage.BeginAsync(web.Services))
        {
            using var silent = await visitor.GetAsync("/billings");

            (silent.StatusCode, silent.Headers.RetryAfter!.Delta).Should().Be((HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(5)));
            var said = await silent.Content.ReadAsStringAsync();
            said.Should().Contain("The database does not answer").And.Contain("http-equiv=\"refresh\"").And.NotContain("Sign in");
        }

        using var back = await visitor.GetAsync("/billings");
        back.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_signs_in_is_not_told_that_the_password_is_wrong()
    {
        using var visitor = new HttpVisitor(web);
        using var page = await visitor.GetAsync("/account/sign-in");
        page.StatusCode.Should().Be(HttpStatusCode.OK);
        await using (await Outage.BeginAsync(web.Services))
        {
            using var silent = await visitor.GetAsync("/account/sign-in");
            using var refused = await visitor.SignInAsync(Vera);
            refused.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        }

        using var signedIn = await visitor.SignInAsync(Vera);
        signedIn.StatusCode.Should().Be(HttpStatusCode.Found);
    }
}
