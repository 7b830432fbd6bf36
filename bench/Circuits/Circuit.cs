using System.Diagnostics;
using FaspayBilling.Bench.Serving;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FaspayBilling.Bench.Circuits;

/// <summary>An open page without a browser: it keeps the page's tree, answers the server's calls and acknowledges every batch.</summary>
internal sealed class Circuit : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Browser browser;
    private readonly HubConnection connection;
    private readonly Lock page = new();
    private readonly Tree tree = new();
    private readonly HashSet<string> modules = [];
    private string secret = "";
    private Waiting? waiting;
    private Exception? broken;

    private Circuit(Browser browser)
    {
        this.browser = browser;
        var builder = new HubConnectionBuilder().WithUrl(new Uri(browser.Address, "_blazor"), o =>
        {
            o.SkipNegotiation = true;
            o.Transports = HttpTransportType.WebSockets;
            o.Cookies = browser.Cookies;
        });
        builder.Services.RemoveAll<IHubProtocol>();
        builder.Services.AddSingleton<IHubProtocol, BlazorPack>();
        connection = builder.Build();
        connection.On<int, string>("JS.AttachComponent", (_, _) => { });
        connection.On<long>("JS.EndUpdateRootComponents", _ => { });
        connection.On<string>("JS.Error", message => Break(new InvalidOperationException($"The circuit broke: {message}")));
        connection.On<long, string, string?, int, long, int>("JS.BeginInvokeJS", AnswerAsync);
        connection.On<long, byte[]>("JS.RenderBatch", RenderAsync);
        connection.Closed += why => Task.Run(() => Break(why ?? new InvalidOperationException("The server closed the circuit.")));
    }

    public int Batches { get; private set; }

    public long BatchBytes { get; private set; }

    /// <summary>When the last batch came, by <see cref="Stopwatch"/>.</summary>
    public long LastBatch { get; private set; }

    /// <summary>Scripts that the page imported while it was open.</summary>
    public IReadOnlyCollection<string> Modules => modules;

    /// <summary>Fetches a page and opens its circuit; returns when the page shows all of <paramref name="rows"/>.</summary>
    public static async Task<Circuit> OpenAsync(Browser browser, string path, IReadOnlyList<string> rows)
    {
        var document = await browser.PageAsync(path);
        var circuit = new Circuit(browser);
        await circuit.connection.StartAsync();
        var shown = circuit.WhenShownAsync(rows);
        var location = new Uri(browser.Address, path).AbsoluteUri;
        var site = browser.Address.AbsoluteUri;
        circuit.secret = await circuit.connection.InvokeAsync<string?>("StartCircuit", site, location, "[]", document.State)
            ?? throw new InvalidOperationException("The server refused the circuit.");
        await circuit.connection.SendAsync("UpdateRootComponents", document.Operations(), document.State);
        await shown;
        return circuit;
    }

    /// <summary>Follows the link of that label as a click does; returns when the page shows all of <paramref name="rows"/>.</summary>
    public Task<Turn> FollowAsync(string label, IReadOnlyList<string> rows)
    {
        string? address;
        lock (page)
        {
            address = tree.Find(n => n.Element == "a" && (n["aria-label"] == label || n["title"] == label))?["href"];
        }

        return GoAsync(address ?? throw new InvalidOperationException($"The page has no link \"{label}\"."), rows);
    }

    /// <summary>Changes the location inside the application; returns when the page shows all of <paramref name="rows"/>.</summary>
    public async Task<Turn> GoAsync(string path, IReadOnlyList<string> rows)
    {
        var shown = WhenShownAsync(rows);
        var asked = TimeProvider.System.GetUtcNow().UtcDateTime;
        var start = Stopwatch.GetTimestamp();
        await connection.SendAsync("OnLocationChanged", new Uri(browser.Address, path).AbsoluteUri, null, true);
        return new Turn(asked, Stopwatch.GetElapsedTime(start, await shown));
    }

    /// <summary>Returns when no batch has come for that long.</summary>
    public async Task SettleAsync(TimeSpan quiet)
    {
        for (var left = quiet; left > TimeSpan.Zero; left = quiet - Stopwatch.GetElapsedTime(LastBatch))
        {
            await Task.Delay(left);
        }
    }

    /// <summary>Closes as a browser does that leaves the page: the server lets go at once.</summary>
    public async ValueTask DisposeAsync()
    {
        if (broken is null && secret.Length > 0)
        {
            await browser.LeaveAsync(secret);
        }

        await connection.DisposeAsync();
    }

    private async Task<long> WhenShownAsync(IReadOnlyList<string> rows)
    {
        Waiting mine;
        lock (page)
        {
            mine = waiting = new Waiting(rows);
            if (broken is not null)
            {
                mine.Shown.TrySetException(broken);
            }
        }

        try
        {
            return await mine.Shown.Task.WaitAsync(Patience);
        }
        catch (TimeoutException late)
        {
            throw new InvalidOperationException(
                $"{rows[0]} and the rows after it never stood on the page, which says:\n{PageText()}", late);
        }
    }

    private string PageText()
    {
        lock (page)
        {
            return tree.Text();
        }
    }

    private async Task RenderAsync(long number, byte[] bytes)
    {
        try
        {
            lock (page)
            {
                tree.Apply(new RenderBatch(bytes));
                (Batches, BatchBytes, LastBatch) = (Batches + 1, BatchBytes + bytes.Length, Stopwatch.GetTimestamp());
                if (waiting is { } mine && mine.IsMet(tree))
                {
                    waiting = null;
                    mine.Shown.TrySetResult(LastBatch);
                }
            }

            await connection.SendAsync("OnRenderCompleted", number, null);
        }
        catch (Exception failed)
        {
            Break(failed);
        }
    }

    private async Task AnswerAsync(long call, string function, string? arguments, int resultType, long target, int callType)
    {
        if (ScriptAnswers.Module(function, arguments) is { } module)
        {
            modules.Add(module);
        }

        // Zero waits for no answer.
        if (call != 0)
        {
            await connection.SendAsync("EndInvokeJSFromDotNet", call, true, ScriptAnswers.Of(call, function, resultType));
        }
    }

    private void Break(Exception why)
    {
        lock (page)
        {
            broken ??= why;
            waiting?.Shown.TrySetException(why);
        }
    }

    private sealed record Waiting(IReadOnlyList<string> Rows)
    {
        public TaskCompletionSource<long> Shown { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        // The last one first: a page that is not there yet costs one look.
        public bool IsMet(Tree tree)
        {
            var text = tree.Text();
            return text.Contains(Rows[^1], StringComparison.Ordinal) && Rows.All(r => text.Contains(r, StringComparison.Ordinal));
        }
    }
}
