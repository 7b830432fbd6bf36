using System.Globalization;
using FaspayBilling.Core.Mail;
using FaspayBilling.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace FaspayBilling.Tests.Mail;

public sealed class SmtpTransportTests
{
    private static readonly OutgoingMail Notice = new(
        "finance@merchant.example", "PT Maju: 4 E-Faktur No left – 2026", "Only 4 left.\r\n.\r\nA line with a dot above.", "<p>Only <b>4</b> left – é</p>", "<0123456789abcdef@faspay.example>");

    [Fact]
    public async Task A_mail_arrives_encrypted_and_signed_in_with_both_bodies()
    {
        await using var server = new TestMailServer();

        await SendAsync(server);

        var mail = server.Received.Should().ContainSingle().Subject;
        mail.Encrypted.Should().BeTrue();
        mail.SignedIn.Should().BeTrue();
        mail.To.Should().Be("finance@merchant.example");
        mail.Subject.Should().Be(Notice.Subject);
        mail.Text.Should().Be(Notice.Text);
        mail.Html.Should().Be(Notice.Html);
        mail.MessageId.Should().Be("<0123456789abcdef@faspay.example>");
        DateTimeOffset.Parse(mail.Header("Date"), CultureInfo.InvariantCulture).Should().BeCloseTo(TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(1));
        mail.Header("From").Should().Contain("billing@faspay.example").And.Contain("Faspay Billing");
    }

    [Fact]
    public async Task A_server_without_STARTTLS_gets_nothing()
    {
        await using var server = new TestMailServer { OffersTls = false };

        var refused = await RefusedAsync(server, new() { ["Mail:Tls"] = "StartTls" });

        refused.Message.Should().Contain("secure connections");
        refused.ForGood.Should().BeFalse();
        server.Received.Should().BeEmpty();
    }

    [Fact]
    public async Task A_server_that_offers_only_PLAIN_gets_nothing()
    {
        await using var server = new TestMailServer { OffersAuth = "PLAIN" };

        var refused = await RefusedAsync(server);

        refused.Message.Should().Contain("offers no sign-in that this mail client knows (LOGIN)");
        server.Received.Should().BeEmpty();
    }

    [Fact]
    public async Task A_server_that_demands_a_sign_in_and_offers_only_PLAIN_is_named_as_the_reason()
    {
        await using var server = new TestMailServer { OffersAuth = "PLAIN", DemandsAuth = true };

        (await RefusedAsync(server)).Message.Should().Contain("offers no sign-in that this mail client knows (LOGIN)");
    }

    [Fact]
    public async Task A_wrong_password_is_told_as_such()
    {
        await using var server = new TestMailServer { DemandsAuth = true };

        var refused = await RefusedAsync(server, new() { ["Mail:Password"] = "wrong" });

        refused.Message.Should().Contain("did not accept the sign-in of faspay").And.NotContain("wrong");
        server.Received.Should().BeEmpty();
    }

    [Theory]
    [InlineData("RCPT", "550 5.1.1 No such user here", true)]
    [InlineData("RCPT", "450 4.2.1 Mailbox busy", false)]
    [InlineData("MAIL", "421 4.3.2 Shutting down", false)]
    [InlineData("CONNECT", "421 4.3.2 Too busy", false)]
    [InlineData("DATA", "554 5.7.1 Refused by policy", false)]
    [InlineData("BODY", "552 5.3.4 Too big", false)]
    public async Task A_refusal_keeps_the_servers_words(string command, string words, bool forGood)
    {
        await using var server = new TestMailServer();
        server.Answer(command, words);

        var refused = await RefusedAsync(server);

        refused.Message.Should().Be($"The mail server localhost:{server.Port} said: {words}");
        refused.ForGood.Should().Be(forGood);
    }

    [Theory]
    [InlineData("CONNECT")]
    [InlineData("EHLO")]
    [InlineData("RCPT")]
    [InlineData("BODY")]
    public async Task A_server_that_hangs_is_left(string command)
    {
        await using var server = new TestMailServer();
        server.HangAt(command);

        (await RefusedAsync(server, new() { ["Mail:TimeoutSeconds"] = "1" })).Message.Should().Contain("did not answer within 1 seconds");
    }

    [Theory]
    [InlineData("CONNECT")]
    [InlineData("RCPT")]
    [InlineData("BODY")]
    public async Task A_dropped_line_is_a_failure_to_try_again(string command)
    {
        await using var server = new TestMailServer();
        server.DropAt(command);

        (await RefusedAsync(server)).ForGood.Should().BeFalse();
    }

    [Fact]
    public async Task A_dead_port_says_where_it_is()
    {
        var server = new TestMailServer();
        await server.DisposeAsync();

        (await RefusedAsync(server)).Message.Should().Contain($"localhost:{server.Port}").And.Contain("refused");
    }

    [Fact]
    public async Task A_recipient_that_is_no_address_fails_for_good()
    {
        await using var server = new TestMailServer();
        var send = () => Transport(server, []).SendAsync(Notice with { To = "not an address" }, CancellationToken.None);

        (await send.Should().ThrowAsync<MailRefusedException>()).Which.ForGood.Should().BeTrue();
    }

    [Fact]
    public async Task A_line_break_in_a_subject_starts_no_header()
    {
        await using var server = new TestMailServer();

        await Transport(server, []).SendAsync(Notice with { Subject = "PT Maju\r\nBcc: everyone@example.com" }, CancellationToken.None);

        server.Received.Single().Raw.Should().NotContain("\r\nBcc:");
    }

    private static Task SendAsync(TestMailServer server) => Transport(server, []).SendAsync(Notice, CancellationToken.None);

    private static async Task<MailRefusedException> RefusedAsync(TestMailServer server, Dictionary<string, string?>? otherwise = null)
    {
        var send = () => Transport(server, otherwise ?? []).SendAsync(Notice, CancellationToken.None);
        return (await send.Should().ThrowAsync<MailRefusedException>()).Which;
    }

    private static IMailTransport Transport(TestMailServer server, Dictionary<string, string?> otherwise)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(server.Settings).AddInMemoryCollection(otherwise).Build();
        return MailTransports.For(MailSettings.Read(settings, Path.GetTempPath()), TimeProvider.System);
    }
}
