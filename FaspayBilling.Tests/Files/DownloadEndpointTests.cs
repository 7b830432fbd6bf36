using System.Net;
using FaspayBilling.Core.Accounts;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Web;
using FaspayBilling.Web.Files;

namespace FaspayBilling.Tests.Files;

public sealed class DownloadEndpointTests : IAsyncLifetime
{
    private readonly TestWeb web = new();
    private ReadyDownload made = null!;

    public async Task InitializeAsync()
    {
        var link = (await web.Get<OfferSetup>().HandleAsync(default)).Split("link=")[1];
        (await web.Get<CompleteSetup>()
            .HandleAsync(new SetupRequest(link, "PT Faspay", "FPY", "Ada", "ada@fpy.example", DemoAccess.Password), default)).Ok
            .Should().BeTrue();
        await web.UserAsync(1, "fina@fpy.example", Role.Finance);
        var fina = await web.SignedInAsync("fina@fpy.example");
        made = (await web.Get<DownloadStore>().MakeAsync(fina, "Billings “November”.xlsx", "application/zip", async (to, _, stop) =>
        {
            await to.WriteAsync("content"u8.ToArray(), stop);
            return Outcome.Done;
        }, new Progress<double>(), default)).Value;
    }

    public async Task DisposeAsync() => await web.DisposeAsync();

    [Fact]
    public async Task The_user_it_was_made_for_fetches_it_as_a_file()
    {
        using var visitor = new HttpVisitor(web);
        await visitor.SignInAsync("fina@fpy.example");

        using var answer = await visitor.GetAsync(made.Address);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).Should().Be("content");
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/zip");
        answer.Content.Headers.ContentDisposition!.DispositionType.Should().Be("attachment");
        answer.Content.Headers.ContentDisposition.FileNameStar.Should().Be("Billings “November”.xlsx");
        answer.Headers.CacheControl!.NoStore.Should().BeTrue();
    }

    [Fact]
    public async Task Nobody_else_does()
    {
        using var other = new HttpVisitor(web);
        await other.SignInAsync("ada@fpy.example");
        using var stranger = new HttpVisitor(web);

        using var others = await other.GetAsync(made.Address);
        using var strangers = await stranger.GetAsync(made.Address);

        others.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await others.Content.ReadAsStringAsync()).Should().Be("This download is gone. Make it again.");
        strangers.LeadsTo().Should().StartWith("/account/sign-in");
    }

    [Fact]
    public async Task One_that_is_under_way_ends_with_its_session()
    {
        var fina = await web.SignedInAsync("fina@fpy.example");
        var mebibyte = new byte[1024 * 1024];
        var big = (await web.Get<DownloadStore>().MakeAsync(fina, "all.zip", "application/zip", async (to, _, stop) =>
        {
            for (var i = 0; i < 64; i++)
            {
                await to.WriteAsync(mebibyte, stop);
            }

            return Outcome.Done;
        }, new Progress<double>(), default)).Value;
        using var visitor = new HttpVisitor(web);
        await visitor.SignInAsync("fina@fpy.example");
        using var answer = await visitor.OpenAsync(big.Address);
        await using var content = await answer.Content.ReadAsStreamAsync();
        (await content.ReadAsync(mebibyte)).Should().BePositive();

        (await web.Get<LockUser>().HandleAsync(Actor.System(1), fina.UserId!.Value, default)).Ok.Should().BeTrue();

        // Read to its end it takes more than twenty seconds; it is cut off within five.
        var slowly = async () =>
        {
            while (await content.ReadAsync(mebibyte.AsMemory(0, 64 * 1024)) > 0)
            {
                await Task.Delay(20);
            }
        };
        await slowly.Should().ThrowAsync<IOException>();
    }
}
