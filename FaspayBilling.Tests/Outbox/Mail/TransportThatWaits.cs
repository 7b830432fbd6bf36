using FaspayBilling.Core.Outbox.Mail;

namespace FaspayBilling.Tests.Outbox.Mail;

/// <summary>A server that answers when the test says so.</summary>
internal sealed class TransportThatWaits : IMailTransport
{
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Started => started.Task;

    public Task SendAsync(OutgoingMail mail, CancellationToken stop)
    {
        started.TrySetResult();
        return answer.Task.WaitAsync(stop);
    }

    public void Fail(string words) => answer.SetException(new MailRefusedException(words));

    public void Accept() => answer.SetResult();
}
