using System.Net;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Files;
using FaspayBilling.Core.Features.TaxOffice.Files;
using FaspayBilling.Tests.Support.Web;

namespace FaspayBilling.Tests.Files;

public sealed class TaxFileEndpointTests : IAsyncLifetime
{
    private readonly TestWeb web = TestWeb.WithDemo();
    private string path = "";

    public async Task InitializeAsync()
    {
        // The demo makes FPY first.
        var files = await web.Get<ListTaxFiles>().HandleAsync(Actor.System(1), new(), default);
        path = FormattableString.Invariant($"/e-faktur/files/{files.Value.Rows[0].Id}");
    }

    public async Task DisposeAsync() => await web.DisposeAsync();

    [Fact]
    public async Task A_user_of_the_merchant_sees_the_PDF_in_the_browser()
    {
        using var visitor = new HttpVisitor(web);
        await visitor.SignInAsync("viewer@fpy.example");

        using var answer = await visitor.GetAsync(path);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.ToString().Should().Be("application/pdf");
        answer.Content.Headers.ContentDisposition!.DispositionType.Should().Be("inline");
        TaxFileName.Parse(answer.Content.Headers.ContentDisposition.FileName!).Should().NotBeNull();
        answer.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        answer.Headers.CacheControl!.NoStore.Should().BeTrue();
        (await answer.Content.ReadAsStringAsync()).Should().StartWith("%PDF-");
    }

    [Fact]
    public async Task For_another_merchants_user_it_is_not_there()
    {
        using var visitor = new HttpVisitor(web);
        await visitor.SignInAsync("admin@t8v.example");

        using var answer = await visitor.GetAsync(path);
        using var none = await visitor.GetAsync("/e-faktur/files/999999");

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).Should().Be(await none.Content.ReadAsStringAsync()).And.NotContain("PDF");
    }

    [Fact]
    public async Task Nobody_is_sent_to_the_sign_in()
    {
        using var visitor = new HttpVisitor(web);

        using var answer = await visitor.GetAsync(path);

        answer.LeadsTo().Should().StartWith("/account/sign-in");
    }
}
