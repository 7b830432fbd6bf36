using Bunit;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Ui;
using FaspayBilling.Web.Components.Ui.Downloads;
using FaspayBilling.Web.Files;
using Microsoft.Extensions.DependencyInjection;

namespace FaspayBilling.Tests.Files;

public sealed class DownloadDialogTests : UiTest
{
    private readonly TaskCompletionSource<Outcome> work = new();
    private readonly TaskCompletionSource<(IProgress<double> Bar, CancellationToken Stop)> started = new();

    public DownloadDialogTests() => Services.AddSingleton(new DownloadStore(Given.Clock()));

    [Fact]
    public async Task The_bar_moves_and_then_the_file_is_offered_with_its_warning()
    {
        var page = Open();
        page.Find("progress").TextContent.Should().Be("0%");
        page.Markup.Should().Contain("120 invoices are written.");

        (await started.Task).Bar.Report(0.42);
        page.WaitForAssertion(() => page.Find("progress").TextContent.Should().Be("42%"));
        work.SetResult(Outcome.DoneBut(Message.Of("Two rows were left out.")));

        page.WaitForAssertion(() => page.ByRole("link", "Download").GetAttribute("href").Should().StartWith("/downloads/"));
        page.ByRole("link", "Download").GetAttribute("download").Should().Be("list.xlsx");
        page.Markup.Should().Contain("Two rows were left out.").And.Contain("list.xlsx is ready, 7 B.");
    }

    [Fact]
    public async Task Stop_ends_the_work_and_says_so()
    {
        var page = Open();
        var stopped = (await started.Task).Stop;

        page.Press("Stop");

        page.WaitForAssertion(() => page.Markup.Should().Contain("Stopped. No file was made."));
        stopped.IsCancellationRequested.Should().BeTrue();
        page.FindByRole("link", "Download").Should().BeNull();
    }

    [Fact]
    public void A_refusal_is_shown_with_its_sentence()
    {
        var page = Open();
        work.SetResult(Refusals.ModuleOff);

        page.WaitForAssertion(() => page.Markup.Should().Contain(Refusals.ModuleOff.Sentence()));
        page.FindByRole("link", "Download").Should().BeNull();
    }

    [Fact]
    public async Task A_page_that_is_left_stops_its_work()
    {
        var page = Open();
        var stopped = (await started.Task).Stop;

        page.FindComponent<DownloadDialog>().Instance.Dispose();

        stopped.IsCancellationRequested.Should().BeTrue();
    }

    [Fact]
    public async Task A_run_that_ends_after_the_dialog_was_opened_again_lets_the_newer_one_be()
    {
        var (late, older) = (new TaskCompletionSource<Outcome>(), new TaskCompletionSource<Func<object>>());
        Func<Stream, IProgress<double>, CancellationToken, Task<Outcome>> next = WorkAsync;
        var page = Open((_, _, stop) =>
        {
            older.SetResult(() => stop.WaitHandle);
            return late.Task;
        });
        var source = await older.Task;
        var dialog = page.FindComponent<DownloadDialog>();
        dialog.Render(p => p.Add(d => d.Open, false));
        dialog.Render(p => p.Add(d => d.Open, true).Add(d => d.Write, next));
        await started.Task;

        late.SetResult(Refusals.ModuleOff);
        await EndAsync(source).WaitAsync(TimeSpan.FromSeconds(30));
        page.Press("Stop");

        (await started.Task).Stop.IsCancellationRequested.Should().BeTrue();
    }

    // The last thing that a run does is to let go of its source.
    private static async Task EndAsync(Func<object> source)
    {
        try
        {
            while (source() is not null)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(10));
            }
        }
        catch (ObjectDisposedException)
        {
            // It is through.
        }
    }

    private async Task<Outcome> WorkAsync(Stream to, IProgress<double> progress, CancellationToken stop)
    {
        started.SetResult((progress, stop));
        await to.WriteAsync("content"u8.ToArray(), stop);
        return await work.Task.WaitAsync(stop);
    }

    private IRenderedComponent<Screen> Open(Func<Stream, IProgress<double>, CancellationToken, Task<Outcome>>? write = null) =>
        Show<DownloadDialog>(p => p
            .Add(d => d.Open, true)
            .Add(d => d.Actor, new Actor(1, 11, "Fina", Role.Finance))
            .Add(d => d.FileName, "list.xlsx")
            .Add(d => d.ContentType, "text/plain")
            .Add(d => d.Sentence, "120 invoices are written.")
            .Add(d => d.Write, write ?? WorkAsync));
}
