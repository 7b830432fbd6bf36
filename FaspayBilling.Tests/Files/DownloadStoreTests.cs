using System.Runtime.Versioning;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Web.Files;
using Microsoft.Extensions.Time.Testing;

namespace FaspayBilling.Tests.Files;

public sealed class DownloadStoreTests : IDisposable
{
    private static readonly Actor Fina = new(1, 11, "Fina", Role.Finance);
    private readonly FakeTimeProvider clock = Given.Clock();
    private readonly DownloadStore store;

    public DownloadStoreTests() => store = new DownloadStore(clock);

    public void Dispose() => store.Dispose();

    [Fact]
    public async Task A_file_is_found_by_the_user_it_was_made_for_and_by_nobody_else()
    {
        var made = (await MakeAsync(Fina)).Value;

        store.Find(Fina, made.Id).Should().Be(made);
        File.ReadAllText(made.Path).Should().Be("content");
        store.Find(Fina with { UserId = 12 }, made.Id).Should().BeNull();
        store.Find(Fina with { MerchantId = 2 }, made.Id).Should().BeNull();
        store.Find(Fina, new string('0', 32)).Should().BeNull();
        made.Address.Should().MatchRegex("^/downloads/[0-9a-f]{32}$");
    }

    [Fact]
    public async Task A_user_who_was_made_less_does_not_get_what_was_made_before()
    {
        var made = (await MakeAsync(Fina)).Value;

        store.Find(Fina with { Role = Role.Viewer }, made.Id).Should().BeNull();
        store.Find(Fina with { Role = Role.Admin }, made.Id).Should().Be(made);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task No_other_account_of_the_machine_reads_it() =>
        File.GetUnixFileMode((await MakeAsync(Fina)).Value.Path).Should().Be(FileModes.OwnFile);

    [Fact]
    public async Task After_15_minutes_it_is_gone()
    {
        var made = (await MakeAsync(Fina)).Value;
        clock.Advance(TimeSpan.FromMinutes(14.9));
        store.Find(Fina, made.Id).Should().NotBeNull();

        clock.Advance(TimeSpan.FromMinutes(0.1));
        store.Sweep();

        store.Find(Fina, made.Id).Should().BeNull();
        File.Exists(made.Path).Should().BeFalse();
    }

    [Fact]
    public async Task A_sixth_file_takes_the_oldests_place_but_only_the_same_users()
    {
        var others = (await MakeAsync(Fina with { UserId = 12 })).Value;
        var first = (await MakeAsync(Fina)).Value;
        for (var i = 0; i < DownloadStore.MostOfUser; i++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await MakeAsync(Fina);
        }

        store.Find(Fina, first.Id).Should().BeNull();
        File.Exists(first.Path).Should().BeFalse();
        store.Find(Fina with { UserId = 12 }, others.Id).Should().NotBeNull();
    }

    [Fact]
    public async Task What_is_refused_stopped_or_broken_leaves_no_file()
    {
        string? path = null;
        using var stop = new CancellationTokenSource();

        (await RunAsync((_, _) => Task.FromResult<Outcome>(Refusals.ModuleOff))).Refusal.Should().Be(Refusals.ModuleOff);
        File.Exists(path).Should().BeFalse();
        await FluentActions.Awaiting(() => RunAsync((_, _) => throw new InvalidOperationException("bug")))
            .Should().ThrowAsync<InvalidOperationException>();
        File.Exists(path).Should().BeFalse();
        await FluentActions.Awaiting(() => RunAsync((_, _) =>
        {
            stop.Cancel();
            return Task.FromResult(Outcome.Done);
        })).Should().ThrowAsync<OperationCanceledException>();
        path.Should().NotBeNull();
        File.Exists(path).Should().BeFalse();

        Task<Outcome<ReadyDownload>> RunAsync(Func<Stream, CancellationToken, Task<Outcome>> write) =>
            store.MakeAsync(Fina, "a.zip", "application/zip", (to, _, token) =>
            {
                path = ((FileStream)to).Name;
                File.Exists(path).Should().BeTrue();
                return write(to, token);
            }, new Progress<double>(), stop.Token);
    }

    [Fact]
    public async Task When_the_program_ends_nothing_stays()
    {
        var made = (await MakeAsync(Fina)).Value;

        store.Dispose();

        File.Exists(made.Path).Should().BeFalse();
    }

    private Task<Outcome<ReadyDownload>> MakeAsync(Actor actor) =>
        store.MakeAsync(actor, "list.xlsx", "text/plain", async (to, progress, stop) =>
        {
            await to.WriteAsync("content"u8.ToArray(), stop);
            progress.Report(1);
            return Outcome.DoneBut(Message.Of("Two rows were left out."));
        }, new Progress<double>(), default);
}
