using System.Net;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Features.Attachments;
using FaspayBilling.Tests.Support.Pdf;
using FaspayBilling.Tests.Support.Web;

namespace FaspayBilling.Tests.Files;

public sealed class AttachmentEndpointTests : IAsyncLifetime
{
    private readonly TestWeb web = TestWeb.WithDemo();
    private string path = "";

    public async Task InitializeAsync()
    {
        // The demo makes FPY first.
        var uploaded = await web.Get<UploadAttachment>()
            .HandleAsync(Actor.System(1), "INV-FPY-032300400", "bukti potong “23”.png", SampleFiles.Png, new(), default);
        path = FormattableString.Invariant($"/billings/documents/{uploaded.Value}");
    }

    public async Task DisposeAsync() => await web.DisposeAsync();

    [Fact]
    public async Task A_user_of_the_merchant_sees_it_in_the_browser_and_downloads_it()
    {
        using var visitor = new HttpVisitor(web);
        await visitor.SignInAsync("viewer@fpy.example");

        using var seen = await visitor.GetAsync(path);
        using var downloaded = await visitor.GetAsync($"{path}/download");

        foreach (var answer in new[] { seen, downloaded })
        {
            answer.StatusCode.Should().Be(HttpStatusCode.OK);
            answer.Content.Headers.ContentType!.ToString().Should().Be("image/png");
            answer.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
            answer.Headers.CacheControl!.ToString().Should().Contain("private").And.Contain("no-store");
            (await answer.Content.ReadAsByteArrayAsync()).Should().Equal(SampleFiles.Png);
        }

        seen.Content.Headers.ContentDisposition!.DispositionType.Should().Be("inline");
        downloaded.Content.Headers.ContentDisposition!.DispositionType.Should().Be("attachment");
        downloaded.Content.Headers.ContentDisposition.FileNameStar.Should().Be("bukti potong “23”.png");
    }

    [Fact]
    public async Task For_another_merchants_user_it_is_not_there()
    {
        using var visitor = new HttpVisitor(web);
        await visitor.SignInAsync("admin@t8v.example");

        using var answer = await visitor.GetAsync(path);
        using var none = await visitor.GetAsync("/billings/documents/999999/download");

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).Should().Be(await none.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Nobody_is_sent_to_the_sign_in()
    {
        using var visitor = new HttpVisitor(web);

        using var answer = await visitor.GetAsync(path);

        answer.LeadsTo().Should().StartWith("/account/sign-in");
    }
}
