using System.Text;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Tests.Support.Mail;

namespace FaspayBilling.Tests.Outbox.Mail;

/// <summary>What goes over the wire, as a mail program reads it.</summary>
public sealed class MailFormatTests
{
    [Fact]
    public async Task A_recipient_that_is_no_address_fails_for_good()
    {
        await using var server = new TestMailServer();

        (await Sent.RefusedAsync(Sent.By(server), Sent.Notice with { To = "not an address" })).ForGood.Should().BeTrue();
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("a@b.example, c@d.example")]
    [InlineData("Ada <a@b.example>")]
    [InlineData("a@b.example\r\nBcc: c@d.example")]
    public async Task One_recipient_is_one_bare_address(string to)
    {
        await using var server = new TestMailServer();

        (await Sent.RefusedAsync(Sent.By(server), Sent.Notice with { To = to })).ForGood.Should().BeTrue();

        server.Received.Should().BeEmpty();
    }

    [Fact]
    public async Task A_line_break_in_a_subject_starts_no_header()
    {
        await using var server = new TestMailServer();

        await Sent.SendAsync(server, Sent.Notice with { Subject = "PT Maju\r\nBcc: everyone@example.com" });

        server.Received.Single().Raw.Should().NotContain("\r\nBcc:");
        server.Received.Single().Subject.Should().Be("PT Maju Bcc: everyone@example.com");
    }

    [Fact]
    public async Task A_text_file_arrives_byte_for_byte()
    {
        await using var server = new TestMailServer();
        var bytes = Encoding.UTF8.GetBytes("first\nsecond\r\nthird – é\n.\n");

        await Sent.SendAsync(server, Sent.Notice with { Files = [new OutgoingFile("rows.csv", "text/csv", bytes)] });

        server.Received.Single().Attachments.Single().Bytes.Should().Equal(bytes);
    }

    [Fact]
    public async Task A_file_name_beyond_ASCII_goes_as_RFC_2231_says()
    {
        await using var server = new TestMailServer();

        await Sent.SendAsync(server, Sent.Notice with { Files = [new OutgoingFile("résumé № 7.pdf", "application/pdf", [1, 2, 3])] });

        server.Received.Single().Raw.Should().Contain("filename*=utf-8''r%C3%A9sum%C3%A9%20%E2%84%96%207.pdf");
        server.Received.Single().Attachments.Single().Name.Should().Be("résumé № 7.pdf");
    }

    [Theory]
    [InlineData(200, 4, true)]
    [InlineData(200, 20, true)]
    [InlineData(200, 21, false)]
    [InlineData(2, 119, false)]
    [InlineData(1, 400, false)]
    public async Task A_file_name_that_is_too_long_is_cut_and_keeps_an_ending_of_a_usual_length(int stem, int ending, bool kept)
    {
        await using var server = new TestMailServer();
        var name = $"{new string('n', stem)}.{new string('e', ending - 1)}";

        await Sent.SendAsync(server, Sent.Notice with { Files = [new OutgoingFile(name, "application/pdf", [1, 2, 3])] });

        var sent = server.Received.Single().Attachments.Single().Name;
        sent.Should().HaveLength(120).And.StartWith("n");
        sent.EndsWith(name[^ending..], StringComparison.Ordinal).Should().Be(kept);
    }

    [Fact]
    public async Task A_content_type_that_is_none_stops_no_mail()
    {
        await using var server = new TestMailServer();

        await Sent.SendAsync(server, Sent.Notice with { Files = [new OutgoingFile("a.bin", "what?", [1, 2, 3])] });

        server.Received.Single().Attachments.Single().ContentType.Should().Be("application/octet-stream");
    }

    [Fact]
    public async Task The_folder_holds_what_the_server_gets()
    {
        await using var server = new TestMailServer();
        var folder = Directory.CreateTempSubdirectory("faspay-test-");
        var intoFolder = new Dictionary<string, string?> { ["Mail:Folder"] = folder.FullName, ["Mail:From"] = "billing@faspay.example" };
        var mail = Sent.Notice with { Files = [new OutgoingFile("résumé.pdf", "application/pdf", [1, 2, 3])] };

        await Sent.SendAsync(server, mail);
        await Sent.By(intoFolder).SendAsync(mail, CancellationToken.None);

        Described(MailFolder.Read(folder.FullName).Single()).Should().Be(Described(server.Received.Single()));
        folder.Delete(recursive: true);
    }

    private static string Described(ReceivedMail mail) => string.Join(
        '\n',
        mail.Message.Headers.Where(h => h.Field is not ("Date" or "Content-Type")).Select(h => $"{h.Field}: {h.Value}")
            .Append(mail.Text).Append(mail.Html)
            .Concat(mail.Attachments.Select(a => $"{a.Name} {a.ContentType} {Convert.ToHexString(a.Bytes)}")));
}
