using FaspayBilling.Tests.Support.Mail;

namespace FaspayBilling.Tests.Outbox.Mail;

public sealed class MailKitTransportTests
{
    [Fact]
    public async Task A_mail_arrives_encrypted_and_signed_in_with_both_bodies()
    {
        await using var server = new TestMailServer();

        await Sent.SendAsync(server);

        var mail = server.Received.Should().ContainSingle().Subject;
        mail.Encrypted.Should().BeTrue();
        mail.SignedIn.Should().BeTrue();
        mail.To.Should().Be("finance@merchant.example");
        mail.Subject.Should().Be(Sent.Notice.Subject);
        mail.Text.Should().Be(Sent.Notice.Text);
        mail.Html.Should().Be(Sent.Notice.Html);
        mail.MessageId.Should().Be("<0123456789abcdef@faspay.example>");
        mail.Message.Date.Should().BeCloseTo(TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(1));
        mail.Header("From").Should().Contain("billing@faspay.example").And.Contain("Faspay Billing");
        mail.Header("Auto-Submitted").Should().Be("auto-generated");
    }

    [Theory]
    [InlineData("PLAIN", false)]
    [InlineData("LOGIN", false)]
    [InlineData("PLAIN", true)]
    [InlineData("LOGIN", true)]
    public async Task It_signs_in_by_what_the_server_offers_after_STARTTLS_and_in_TLS_from_the_start(string offered, bool fromTheStart)
    {
        await using var server = new TestMailServer { OffersAuth = offered, DemandsAuth = true, SpeaksTls = fromTheStart };

        await Sent.SendAsync(server);

        server.Received.Should().ContainSingle().Which.Should().Match<ReceivedMail>(m => m.Encrypted && m.SignedIn);
    }

    [Fact]
    public async Task A_server_without_STARTTLS_gets_nothing()
    {
        await using var server = new TestMailServer { OffersTls = false };

        var refused = await Sent.RefusedAsync(server, new() { ["Mail:Tls"] = "StartTls" });

        refused.Message.Should().Contain("secure connections");
        refused.ForGood.Should().BeFalse();
        server.Received.Should().BeEmpty();
    }

    [Theory]
    [InlineData("X-OURS", "(X-OURS)")]
    [InlineData(null, "(it offers none)")]
    public async Task A_server_that_offers_no_sign_in_that_is_known_gets_nothing(string? offered, string named)
    {
        await using var server = new TestMailServer { OffersAuth = offered, DemandsAuth = true };

        var signIn = new Dictionary<string, string?> { ["Mail:User"] = TestMailServer.User, ["Mail:Password"] = TestMailServer.Password };
        var refused = await Sent.RefusedAsync(server, signIn);

        refused.Message.Should().EndWith($"offers no sign-in that this mail client knows {named}.");
        server.Received.Should().BeEmpty();
    }

    [Fact]
    public async Task A_wrong_password_is_told_as_such()
    {
        await using var server = new TestMailServer { DemandsAuth = true };

        var refused = await Sent.RefusedAsync(server, new() { ["Mail:Password"] = "wrong" });

        refused.Message.Should().Contain("did not accept the sign-in of faspay").And.NotContain("wrong");
        server.Received.Should().BeEmpty();
    }

    [Fact]
    public async Task A_server_that_wants_a_sign_in_without_one_set_says_which_settings_are_missing()
    {
        await using var server = new TestMailServer { DemandsAuth = true };

        var refused = await Sent.RefusedAsync(server, new() { ["Mail:User"] = null, ["Mail:Password"] = null });

        refused.Message.Should().EndWith("takes mail after a sign-in only (Mail:User, Mail:Password): 5.7.0 Authentication required");
    }

    [Theory]
    [InlineData("RCPT", "550 5.1.1 No such user here", true)]
    [InlineData("RCPT", "551 5.1.6 User has moved", true)]
    [InlineData("RCPT", "552 5.2.2 Mailbox full", true)]
    [InlineData("RCPT", "553 5.1.3 No such mailbox name", true)]
    [InlineData("RCPT", "554 5.7.1 Relay access denied", false)]
    [InlineData("RCPT", "450 4.2.1 Mailbox busy", false)]
    [InlineData("MAIL", "421 4.3.2 Shutting down", false)]
    [InlineData("CONNECT", "421 4.3.2 Too busy", false)]
    [InlineData("DATA", "554 5.7.1 Refused by policy", false)]
    [InlineData("BODY", "552 5.3.4 Too big", false)]
    public async Task A_refusal_keeps_the_servers_words(string command, string words, bool forGood)
    {
        await using var server = new TestMailServer();
        server.Answer(command, words);

        var refused = await Sent.RefusedAsync(server);

        refused.Message.Should().Be($"The mail server localhost:{server.Port} said: {words}");
        refused.ForGood.Should().Be(forGood);
    }

    [Theory]
    [InlineData("550 5.7.1 Not your address", "did not accept the sender billing@faspay.example: 550 5.7.1 Not your address")]
    [InlineData("552 5.3.4 Too big", "takes no mail of this size: 552 5.3.4 Too big")]
    public async Task What_is_wrong_with_every_mail_is_named_and_is_not_the_recipients_fault(string words, string told)
    {
        await using var server = new TestMailServer();
        server.Answer("MAIL", words);

        var refused = await Sent.RefusedAsync(server);

        refused.Message.Should().EndWith(told);
        refused.ForGood.Should().BeFalse();
    }

    [Fact]
    public async Task An_answer_of_many_lines_becomes_one()
    {
        await using var server = new TestMailServer();
        server.Answer("RCPT", "550-5.1.1 No such user here\r\n550 5.1.1 Look at https://mail.example");

        var refused = await Sent.RefusedAsync(server);

        refused.Message.Should().EndWith("said: 550 5.1.1 No such user here 5.1.1 Look at https://mail.example");
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

        (await Sent.RefusedAsync(server, new() { ["Mail:TimeoutSeconds"] = "1" })).Message
            .Should().Contain("did not answer within 1 seconds");
    }

    [Theory]
    [InlineData("CONNECT")]
    [InlineData("RCPT")]
    [InlineData("BODY")]
    public async Task A_dropped_line_is_a_failure_to_try_again(string command)
    {
        await using var server = new TestMailServer();
        server.DropAt(command);

        (await Sent.RefusedAsync(server)).ForGood.Should().BeFalse();
    }

    [Fact]
    public async Task A_mail_that_the_server_took_is_sent_though_the_goodbye_fails()
    {
        await using var server = new TestMailServer();
        server.DropAt("QUIT");

        await Sent.SendAsync(server);

        server.Received.Should().ContainSingle();
    }

    [Theory]
    [InlineData("CONNECT")]
    [InlineData("BODY")]
    public async Task A_stop_is_no_refusal(string command)
    {
        await using var server = new TestMailServer();
        server.HangAt(command);
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        var send = () => Sent.By(server).SendAsync(Sent.Notice, stop.Token);

        await send.Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task A_dead_port_says_where_it_is()
    {
        var server = new TestMailServer();
        await server.DisposeAsync();

        (await Sent.RefusedAsync(server)).Message.Should().Contain($"localhost:{server.Port}").And.Contain("refused");
    }

    [Fact]
    public async Task A_name_that_nobody_has_is_told_as_such()
    {
        await using var server = new TestMailServer();

        var refused = await Sent.RefusedAsync(server, new() { ["Mail:Host"] = "mail.invalid" });

        refused.Message.Should().BeOneOf(
            $"The mail server mail.invalid:{server.Port} cannot be used: no machine of that name is known.",
            $"The mail server mail.invalid:{server.Port} cannot be used: its name cannot be looked up at the moment.");
    }
}
