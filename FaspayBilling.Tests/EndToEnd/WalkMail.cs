using FaspayBilling.Tests.Outbox.Mail;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Mail;

namespace FaspayBilling.Tests.EndToEnd;

/// <summary>Walks that count mails run one after the other: they share a server where a real one is named.</summary>
[CollectionDefinition(nameof(WalkMail))]
public sealed class WalkMailGroup;

/// <summary>
/// The mail server of a walk, by STARTTLS with a sign-in: a real one where FASPAY_TEST_SMTP names one, else a small one inside the test.
/// </summary>
public sealed class WalkMail : IAsyncDisposable
{
    private readonly TestMailServer? own = Machine.Smtp is null ? new TestMailServer { OffersAuth = "PLAIN", DemandsAuth = true } : null;
    private readonly HashSet<string> earlier = Machine.Smtp is null ? [] : [.. RealMailServer.Received().Select(m => m.MessageId)];

    public Dictionary<string, string?> Settings => own?.Settings ?? RealMailServer.Settings(RealMailServer.StartTlsPlain);

    /// <summary>
    /// The mails to the demo merchant's people that arrived since; other tests use the same server. Without those that tell somebody of a
    /// second factor or passkey, with which a walk may begin.
    /// </summary>
    public IReadOnlyList<ReceivedMail> Received =>
        [
            .. (own?.Received ?? RealMailServer.Received())
                .Where(mail => IsOfTheDemo(mail) && !IsNotice(mail) && !earlier.Contains(mail.MessageId)),
        ];

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

    private static bool IsOfTheDemo(ReceivedMail mail) => mail.Header("To").EndsWith("@fpy.example", StringComparison.Ordinal);

    private static bool IsNotice(ReceivedMail mail) => mail.Header("Subject") is "Your sign-in was changed" or "Cara masuk Anda diubah";
}
