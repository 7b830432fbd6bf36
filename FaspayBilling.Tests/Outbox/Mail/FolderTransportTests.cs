using System.Runtime.Versioning;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Support.Data;
using FaspayBilling.Tests.Support.Mail;

namespace FaspayBilling.Tests.Outbox.Mail;

public sealed class FolderTransportTests : IDisposable
{
    private static readonly OutgoingMail Notice = new(
        "finance@merchant.example",
        "PT Maju – 4 left",
        "Only 4 left.\r\n.\r\nSincerely",
        "<p>Only <b>4</b> left – é</p>",
        "<0123456789abcdef@faspay.example>");

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("faspay-test-");

    private string Folder => Path.Combine(root.FullName, "data", "mail");

    public void Dispose() => root.Delete(recursive: true);

    [Fact]
    public async Task A_mail_becomes_a_file_that_a_mail_program_reads()
    {
        await Transport(Folder).SendAsync(Notice, CancellationToken.None);

        var mail = MailFolder.Read(Folder).Should().ContainSingle().Subject;
        mail.To.Should().Be("finance@merchant.example");
        mail.Subject.Should().Be("PT Maju – 4 left");
        mail.MessageId.Should().Be("<0123456789abcdef@faspay.example>");
        mail.Text.Should().Be(Notice.Text);
        mail.Html.Should().Be(Notice.Html);
    }

    [Fact]
    public async Task Nothing_but_finished_mails_is_in_the_folder()
    {
        await Transport(Folder).SendAsync(Notice, CancellationToken.None);

        Directory.GetFileSystemEntries(Folder).Should().ContainSingle().Which.Should().EndWith(".eml");
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task The_folder_and_its_mails_are_for_their_owner_alone()
    {
        await Transport(Folder).SendAsync(Notice, CancellationToken.None);

        File.GetUnixFileMode(Folder).Should().Be(FileModes.OwnFolder);
        FileModes.OpenIn(root.FullName).Should().BeEmpty();
    }

    [Fact]
    public async Task What_a_process_left_half_written_goes_with_a_later_mail_and_a_mail_in_hand_stays()
    {
        Directory.CreateDirectory(Folder);
        await File.WriteAllTextAsync(Path.Combine(Folder, ".20261116-015759999-0123456789ab-1a2b.eml.part"), "Subj");
        await File.WriteAllTextAsync(Path.Combine(Folder, ".20261116-015800001-0123456789ab-1a2b.eml.part"), "Subj");

        await Transport(Folder).SendAsync(Notice, CancellationToken.None);

        Directory.GetFiles(Folder, ".*").Select(Path.GetFileName).Should().Equal(".20261116-015800001-0123456789ab-1a2b.eml.part");
    }

    [Fact]
    public async Task A_stop_leaves_nothing()
    {
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();

        await Transport(Folder).Invoking(t => t.SendAsync(Notice, stopped.Token)).Should().ThrowAsync<OperationCanceledException>();

        Directory.GetFileSystemEntries(Folder).Should().BeEmpty();
    }

    [Fact]
    public async Task Many_copies_of_one_mail_at_one_instant_are_as_many_files()
    {
        await Task.WhenAll(Enumerable.Range(0, 600).Select(_ => Transport(Folder).SendAsync(Notice, CancellationToken.None)));

        Directory.GetFiles(Folder).Should().HaveCount(600).And.OnlyContain(f => f.EndsWith(".eml"));
    }

    [Fact]
    public async Task A_message_id_with_path_characters_stays_in_the_folder()
    {
        await Transport(Folder).SendAsync(Notice with { MessageId = "<../../etc/x@faspay.example>" }, CancellationToken.None);

        Directory.GetFiles(root.FullName, "*", SearchOption.AllDirectories).Should().ContainSingle().Which.Should().StartWith(Folder);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_a_failure_to_try_again()
    {
        var file = Path.Combine(root.FullName, "file");
        await File.WriteAllTextAsync(file, "");

        var send = () => Transport(file).SendAsync(Notice, CancellationToken.None);

        var refused = (await send.Should().ThrowAsync<MailRefusedException>()).Which;
        refused.Message.Should().Match("The folder*cannot be written*");
        refused.ForGood.Should().BeFalse();
    }

    private static IMailTransport Transport(string folder) =>
        MailTransports.For(new MailSettings { Folder = folder, From = "noreply@localhost" }, Given.Clock());
}
