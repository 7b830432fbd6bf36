using FaspayBilling.Core.Configuration;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Support.Mail;
using Microsoft.Extensions.Configuration;

namespace FaspayBilling.Tests.Outbox.Mail;

/// <summary>One mail on its way to a server, by the settings that a person would write.</summary>
internal static class Sent
{
    public static readonly OutgoingMail Notice = new(
        "finance@merchant.example",
        "PT Maju: 4 E-Faktur No left – 2026",
        "Only 4 left.\r\n.\r\nA line with a dot above.",
        "<p>Only <b>4</b> left – é</p>",
        "<0123456789abcdef@faspay.example>");

    public static Task SendAsync(TestMailServer server, OutgoingMail? mail = null) =>
        By(server).SendAsync(mail ?? Notice, CancellationToken.None);

    /// <summary>Sends with a few settings otherwise and returns why it could not.</summary>
    public static Task<MailRefusedException> RefusedAsync(TestMailServer server, Dictionary<string, string?>? otherwise = null) =>
        RefusedAsync(By(server, otherwise));

    public static async Task<MailRefusedException> RefusedAsync(IMailTransport transport, OutgoingMail? mail = null)
    {
        var send = () => transport.SendAsync(mail ?? Notice, CancellationToken.None);
        return (await send.Should().ThrowAsync<MailRefusedException>()).Which;
    }

    public static IMailTransport By(TestMailServer server, Dictionary<string, string?>? otherwise = null) => By(server.Settings, otherwise);

    public static IMailTransport By(Dictionary<string, string?> settings, Dictionary<string, string?>? otherwise = null)
    {
        var read = new ConfigurationBuilder().AddInMemoryCollection(settings).AddInMemoryCollection(otherwise ?? []).Build();
        return MailTransports.For(MailSettings.Read(new SettingsReader(read, Path.GetTempPath())), TimeProvider.System);
    }
}
