using FaspayBilling.Core.Mail;
using FaspayBilling.Tests.Support;

namespace FaspayBilling.Tests.Mail;

public sealed class FolderTransportTests : IDisposable
{
    private static readonly OutgoingMail Notice = new(
        "finance@merchant.example", "PT Maju – 4 left", "Only 4 left.\r\n.\r\nSincerely", "<p>Only <b>4</b> left – é</p>", "<0123456789abcdef@faspay.example>");

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
    public async Task Many_copies_of_one_mail_at_one_instant_are_as_many_files()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Transport(Folder).SendAsync(Notice, CancellationToken.None)));

        MailFolder.Read(Folder).Should().HaveCount(20);
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

        (await send.Should().ThrowAsync<MailRefusedException>().WithMessage("The folder*cannot be written*")).Which.ForGood.Should().BeFalse();
    }

    private static IMailTransport Transport(string folder) =>
        MailTransports.For(new MailSettings { Folder = folder, From = "noreply@localhost" }, new TestClock());
}
