using System.Globalization;
using FaspayBilling.Tests.Support.Mail;
using FaspayBilling.Tests.Support.Web;

namespace FaspayBilling.Tests.Outbox.Mail;

/// <summary>Whom a mail with its password goes to, and what is told about anybody else.</summary>
public sealed class MailServerTrustTests
{
    [Fact]
    public async Task A_certificate_of_an_authority_that_nobody_named_gets_nothing()
    {
        await using var server = new TestMailServer();

        await RefusedAsync(
            server,
            "its certificate is signed by Test Authority, which is not trusted (Mail:CertificateAuthority).",
            new() { ["Mail:CertificateAuthority"] = null });
    }

    [Fact]
    public async Task A_certificate_of_another_name_gets_nothing()
    {
        await using var server = new TestMailServer { Certificate = TestCertificate.Elsewhere };

        await RefusedAsync(server, "its certificate is for mail.elsewhere.example, not for localhost.");
    }

    [Fact]
    public async Task A_certificate_whose_time_is_over_gets_nothing()
    {
        var expired = TestCertificate.Expired;
        await using var server = new TestMailServer { Certificate = expired };

        await RefusedAsync(server, $"its certificate is valid from {Day(expired.NotBefore)} to {Day(expired.NotAfter)}.");
    }

    [Fact]
    public async Task A_certificate_that_no_revocation_list_speaks_of_is_refused_until_the_setting_says_otherwise()
    {
        await using var server = new TestMailServer();

        await RefusedAsync(
            server,
            "nobody can be asked whether its certificate was revoked (Mail:CheckRevocation).",
            new() { ["Mail:CheckRevocation"] = "true" });

        await Sent.SendAsync(server);
        server.Received.Should().ContainSingle();
    }

    [Fact]
    public async Task TLS_from_the_start_is_not_tried_on_a_server_that_begins_in_plain_text()
    {
        await using var server = new TestMailServer();

        var refused = await Sent.RefusedAsync(server, new() { ["Mail:Tls"] = "Implicit" });

        refused.Message.Should().Contain("cannot be used: it does not speak TLS from the start (Mail:Tls): ").And.NotContain("\n");
        server.Received.Should().BeEmpty();
    }

    [Fact]
    public async Task A_stop_during_the_handshake_is_no_refusal()
    {
        await using var server = new TestMailServer { SpeaksTls = true };
        server.HangAt("TLS");
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        var send = () => Sent.By(server).SendAsync(Sent.Notice, stop.Token);

        await send.Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task A_handshake_that_hangs_is_left()
    {
        await using var server = new TestMailServer { SpeaksTls = true };
        server.HangAt("TLS");

        var refused = await Sent.RefusedAsync(server, new() { ["Mail:TimeoutSeconds"] = "1" });

        refused.Message.Should().EndWith("did not answer within 1 seconds.");
    }

    private static async Task RefusedAsync(TestMailServer server, string reason, Dictionary<string, string?>? otherwise = null)
    {
        var refused = await Sent.RefusedAsync(server, otherwise);

        refused.Message.Should().Be($"The mail server localhost:{server.Port} cannot be used: {reason}");
        refused.ForGood.Should().BeFalse();
        server.Received.Should().BeEmpty();
    }

    private static string Day(DateTime local) => local.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
