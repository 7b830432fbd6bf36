using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Support;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Mail;

namespace FaspayBilling.Tests.Faults;

/// <summary>A mail server or a folder that fails in the middle of a mail, under the running program.</summary>
public sealed class MailFaultsTests
{
    private const string Hang = "hang";
    private const string Drop = "drop";

    // Before the server has the mail; what it took and answered nothing to may come twice, by the same Message-Id.
    private static readonly (string At, string Words)[] Faults =
    [
        ("CONNECT", "421 4.3.2 Too busy"),
        ("EHLO", Drop),
        ("MAIL", Hang),
        ("RCPT", "451 4.3.0 Try again"),
        ("DATA", Drop),
        ("DATA", "452 4.3.1 Out of space"),
        ("BODY", Hang),
        ("BODY", Drop),
        ("BODY", "451 4.3.0 Try again"),
    ];

    [LinuxFact]
    public async Task Wherever_a_server_hangs_drops_the_line_or_says_later_each_mail_leaves_once()
    {
        await using var server = new TestMailServer { OffersTls = false, OffersAuth = null };
        var settings = server.Settings;
        settings["Mail:TimeoutSeconds"] = "1";
        await using var ground = await FaultGround.MakeAsync(settings);

        foreach (var ((at, words), number) in Faults.Select((fault, i) => (fault, i)))
        {
            Misbehave(server, at, words);
            (await ground.CreateAsync($"30{number}")).ShouldBeDone();
            await Until.TrueAsync(async () => (await LastAsync(ground)).LastError is not null, $"a failure at {at} with {words}");
            (await LastAsync(ground)).Should().BeEquivalentTo(new { State = MailState.Waiting, LeasedUntil = (DateTime?)null });

            // Each is over before the next: a server that is away is left alone for longer each time.
            server.Recover();
            await ground.MakeMailsDueAsync();
            (await ground.CreateAsync($"31{number}")).ShouldBeDone();
            await ground.AllMailsLeaveAsync();
        }

        // It said yes to the mail: that it is rude afterwards changes nothing.
        server.HangAt("QUIT");
        (await ground.CreateAsync("399")).ShouldBeDone();
        await ground.AllMailsLeaveAsync();

        server.Received.Select(m => m.MessageId).Should().HaveCount((2 * Faults.Length) + 1).And.OnlyHaveUniqueItems();
        await ground.ShouldBeSoundAsync();
    }

    [LinuxFact]
    public async Task Without_a_folder_to_write_them_into_mails_wait_and_each_leaves_once()
    {
        await using var ground = await FaultGround.MakeAsync();

        // A file in the place of the folder refuses every account, also root's.
        await File.WriteAllTextAsync(ground.Mails, "");
        (await ground.CreateAsync("1001")).ShouldBeDone();
        await Until.TrueAsync(async () => (await LastAsync(ground)).LastError is not null, "the refusal of the folder");
        (await LastAsync(ground)).LastError.Should().Contain("cannot be written");
        File.Delete(ground.Mails);

        await ground.MakeMailsDueAsync();
        (await ground.CreateAsync("1002")).ShouldBeDone();
        await ground.AllMailsLeaveAsync();

        MailFolder.Read(ground.Mails).Select(m => m.MessageId).Should().HaveCount(2).And.OnlyHaveUniqueItems();
        Directory.EnumerateFiles(ground.Mails).Should().HaveCount(2, "no unfinished one is left");
    }

    private static void Misbehave(TestMailServer server, string at, string words)
    {
        switch (words)
        {
            case Hang:
                server.HangAt(at);
                break;
            case Drop:
                server.DropAt(at);
                break;
            default:
                server.Answer(at, words);
                break;
        }
    }

    private static async Task<OutboxMail> LastAsync(FaultGround ground) => (await ground.Db.MailsAsync())[^1];
}
