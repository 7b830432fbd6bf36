using FaspayBilling.Core.Mail;
using FaspayBilling.Tests.Support;

namespace FaspayBilling.Tests.Mail;

public sealed class RealServerTests
{
    [SmtpFact]
    public async Task A_real_mail_server_takes_a_threshold_mail_as_it_was_written()
    {
        var address = Machine.Smtp!.Split(':');
        await using var db = await TestDb.MakeAsync(extra: new()
        {
            ["Mail:Host"] = address[0], ["Mail:Port"] = address[1], ["Mail:Tls"] = "None", ["Mail:From"] = "billing@faspay.example",
        });
        var written = await (await db.Given.MerchantAsync()).MailAsync(to: "finance@merchant.example", subject: "PT Maju – 4 E-Faktur No left");

        await db.Get<OutboxDelivery>().SendDueAsync(CancellationToken.None);

        var file = Directory.GetFiles(Machine.SmtpFolder!).Single(f => File.ReadAllText(f).Contains(written.MessageId, StringComparison.Ordinal));
        var mail = MailFolder.Parse(file);
        mail.To.Should().Contain("finance@merchant.example");
        mail.Subject.Should().Be("PT Maju – 4 E-Faktur No left");
        mail.Text.Should().Be("Only 4 left.");
    }
}
