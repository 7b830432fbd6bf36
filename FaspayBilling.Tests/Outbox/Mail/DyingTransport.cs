using FaspayBilling.Core.Outbox.Mail;

namespace FaspayBilling.Tests.Outbox.Mail;

/// <summary>The process ends right after the server took the mail.</summary>
internal sealed class DyingTransport(IMailTransport real, CancellationTokenSource crash) : IMailTransport
{
    public async Task SendAsync(OutgoingMail mail, CancellationToken stop)
    {
        await real.SendAsync(mail, stop);
        await crash.CancelAsync();
        throw new OperationCanceledException(crash.Token);
    }
}
