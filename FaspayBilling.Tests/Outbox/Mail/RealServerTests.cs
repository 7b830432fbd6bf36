using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Data;

namespace FaspayBilling.Tests.Outbox.Mail;

public sealed class RealServerTests
{
    [SmtpTheory]
    [InlineData(RealMailServer.Plain, false)]
    [InlineData(RealMailServer.StartTlsPlain, true)]
    [InlineData(RealMailServer.StartTlsLogin, true)]
    [InlineData(RealMailServer.Implicit, true)]
    public async Task A_real_mail_server_takes_a_threshold_mail_as_it_was_written(string port, bool safely)
    {
        await using var db = await TestDb.MakeAsync(extra: RealMailServer.Settings(port));
        var fpy = await db.Given.MerchantAsync();
        var written = await fpy.MailAsync(to: "finance@merchant.example", subject: "PT Maju – 4 E-Faktur No left");

        await db.Get<OutboxDelivery>().SendDueAsync(CancellationToken.None);

        var mail = RealMailServer.Received().Single(m => m.MessageId == written.MessageId);
        mail.To.Should().Contain("finance@merchant.example");
        mail.Subject.Should().Be("PT Maju – 4 E-Faktur No left");
        mail.Text.Should().Be("Only 4 left.");
        mail.Encrypted.Should().Be(safely);
        mail.SignedIn.Should().Be(safely);
    }

    [SmtpFact]
    public async Task A_file_with_a_name_beyond_ASCII_arrives_whole()
    {
        var bytes = Enumerable.Range(0, 50_000).Select(i => (byte)(i * 7)).ToArray();
        var mail = NewMail() with { Files = [new OutgoingFile("résumé № 7.pdf", "application/pdf", bytes)] };

        await Sent.By(RealMailServer.Settings(RealMailServer.StartTlsLogin)).SendAsync(mail, CancellationToken.None);

        var file = RealMailServer.Received().Single(m => m.MessageId == mail.MessageId).Attachments.Should().ContainSingle().Subject;
        file.Name.Should().Be("résumé № 7.pdf");
        file.Bytes.Should().Equal(bytes);
    }

    [SmtpTheory]
    [InlineData(RealMailServer.StartTlsPlain)]
    [InlineData(RealMailServer.StartTlsLogin)]
    [InlineData(RealMailServer.Implicit)]
    public Task A_wrong_password_is_told_as_such(string port) =>
        RefusedAsync(port, "Mail:Password", "wrong", "did not accept the sign-in of faspay: 535: 5.7.8 Authentication credentials invalid");

    [SmtpTheory]
    [InlineData(RealMailServer.StartTlsPlain)]
    [InlineData(RealMailServer.Implicit)]
    public Task A_certificate_of_another_name_gets_nothing(string port) =>
        RefusedAsync(port, "Mail:Host", "127.0.0.1", "cannot be used: its certificate is for localhost, not for 127.0.0.1.");

    [SmtpTheory]
    [InlineData(RealMailServer.StartTlsPlain)]
    [InlineData(RealMailServer.Implicit)]
    public Task A_certificate_of_an_authority_that_nobody_named_gets_nothing(string port) =>
        RefusedAsync(
            port, "Mail:CertificateAuthority", null, "signed by Test authority, which is not trusted (Mail:CertificateAuthority).");

    [SmtpTheory]
    [InlineData(RealMailServer.Plain)]
    [InlineData(RealMailServer.StartTlsPlain)]
    public Task TLS_from_the_start_does_not_fall_back(string port) => RefusedAsync(
        port,
        "Mail:Tls",
        "Implicit",
        "does not speak TLS from the start (Mail:Tls): Cannot determine the frame size or a corrupted frame was received.");

    [SmtpFact]
    public Task STARTTLS_does_not_fall_back() =>
        RefusedAsync(RealMailServer.Plain, "Mail:Tls", "StartTls", "offers no secure connections by STARTTLS (Mail:Tls).");

    [SmtpFact]
    public Task A_sender_that_the_server_does_not_take_is_named() => RefusedAsync(
        RealMailServer.Plain,
        "Mail:From",
        "forged@faspay.example",
        "did not accept the sender forged@faspay.example: 553 5.7.1 You may not send as this address");

    [SmtpFact]
    public async Task A_server_in_TLS_that_is_asked_for_STARTTLS_is_left()
    {
        var settings = RealMailServer.Settings(RealMailServer.Implicit);

        var refused = await Sent.RefusedAsync(Sent.By(settings, new() { ["Mail:Tls"] = "StartTls", ["Mail:TimeoutSeconds"] = "1" }));

        refused.Message.Should().EndWith("did not answer within 1 seconds.");
    }

    [SmtpFact]
    public async Task A_server_that_wants_a_sign_in_says_so_to_a_stranger()
    {
        var settings = RealMailServer.Settings(RealMailServer.StartTlsPlain);

        var refused = await Sent.RefusedAsync(Sent.By(settings, new() { ["Mail:User"] = null, ["Mail:Password"] = null }));

        refused.Message.Should().EndWith("takes mail after a sign-in only (Mail:User, Mail:Password): 5.7.0 Authentication required");
    }

    [SmtpFact]
    public async Task An_unknown_recipient_is_refused_for_good()
    {
        var plain = Sent.By(RealMailServer.Settings(RealMailServer.Plain));

        var refused = await Sent.RefusedAsync(plain, NewMail() with { To = "nobody@merchant.example" });

        refused.Message.Should().EndWith("said: 550 5.1.1 No such user here");
        refused.ForGood.Should().BeTrue();
    }

    [SmtpFact]
    public async Task A_mail_beyond_what_the_server_takes_is_told_as_such()
    {
        var large = NewMail() with { Files = [new OutgoingFile("large.pdf", "application/pdf", new byte[300_000])] };

        var refused = await Sent.RefusedAsync(Sent.By(RealMailServer.Settings(RealMailServer.Plain)), large);

        refused.Message.Should().EndWith("takes no mail of this size: 552 Error: message size exceeds fixed maximum message size");
        refused.ForGood.Should().BeFalse();
    }

    private static async Task RefusedAsync(string port, string key, string? value, string told)
    {
        var refused = await Sent.RefusedAsync(Sent.By(RealMailServer.Settings(port), new() { [key] = value }));

        refused.Message.Should().MatchRegex(@"^The mail server \S+:\d+ ").And.EndWith(told).And.NotContain("\n");
        refused.ForGood.Should().BeFalse();
    }

    private static OutgoingMail NewMail() => Sent.Notice with { MessageId = $"<{Guid.NewGuid():N}@faspay.example>" };
}
