using FaspayBilling.Tests.Support;

namespace FaspayBilling.Tests.EndToEnd;

/// <summary>The mail server of a walk: the machine's own where FASPAY_TEST_SMTP names one, else a small one inside the test.</summary>
public sealed class WalkMail : IAsyncDisposable
{
    private readonly TestMailServer? own = Machine.Smtp is null ? new TestMailServer() : null;
    private readonly HashSet<string> earlier = Machine.Smtp is null ? [] : [.. Files()];

    public Dictionary<string, string?> Settings => own?.Settings ?? new()
    {
        ["Mail:Host"] = Machine.Smtp!.Split(':')[0],
        ["Mail:Port"] = Machine.Smtp.Split(':')[1],
        ["Mail:From"] = "billing@faspay.example",
        ["Mail:Tls"] = "None",
    };

    /// <summary>The demo merchant's warnings that arrived since; other tests use the same server.</summary>
    public IReadOnlyList<ReceivedMail> Received =>
        [.. (own?.Received ?? [.. Files().Where(f => !earlier.Contains(f)).Select(MailFolder.Parse)]).Where(m => m.Header("To").EndsWith("@fpy.example", StringComparison.Ordinal))];

    /// <summary>Waits until so many mails are there, half a minute at most.</summary>
    public async Task<IReadOnlyList<ReceivedMail>> WaitAsync(int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (Received.Count < count)
        {
            await Task.Delay(100, patience.Token);
        }

        return Received;
    }

    public ValueTask DisposeAsync() => own?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static string[] Files() => Directory.Exists(Machine.SmtpFolder) ? Directory.GetFiles(Machine.SmtpFolder, "*", SearchOption.AllDirectories) : [];
}
