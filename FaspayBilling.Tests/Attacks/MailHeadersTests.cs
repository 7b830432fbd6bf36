using System.Text.Json;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Outbox.Mail;
using FaspayBilling.Core.Texts;
using FaspayBilling.Tests.Outbox.Mail;
using FaspayBilling.Tests.Support.Data;
using MimeKit;

namespace FaspayBilling.Tests.Attacks;

/// <summary>Whatever stands in names, subjects, addresses and files: each mail that leaves has one recipient and no header more.</summary>
public sealed class MailHeadersTests : IDisposable
{
    private const string From = "billing@faspay.example";

    private static readonly Read Refused = new("refused", "");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("faspay-test-");
    private readonly IMailTransport transport;

    public MailHeadersTests() =>
        transport = MailTransports.For(new MailSettings { Folder = folder.FullName, From = From }, Given.Clock());

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task No_stored_text_adds_a_recipient_or_a_header_to_a_mail_of_any_kind()
    {
        await using var db = await TestDb.MakeAsync();
        var mails = await EveryMail.MakeAsync(db);
        var usual = new Dictionary<MailKind, Read>();
        foreach (var mail in await mails.WriteAsync("PT Maju"))
        {
            usual[mail.Kind] = await SendAsync(mail, await mails.FilesAsync(mail));
        }

        var wrong = new List<string>();
        foreach (var text in HostileHeaders.Texts(AttackCount.Inputs))
        {
            foreach (var mail in await mails.WriteAsync(text))
            {
                if (await SendAsync(mail, await mails.FilesAsync(mail)) is var got && got != usual[mail.Kind])
                {
                    wrong.Add($"{mail.Kind} with {Shown(text)}: {got}");
                }
            }
        }

        wrong.Should().BeEmpty();
        usual.Should().HaveCount(Enum.GetValues<MailKind>().Length);
        usual.Values.Should().OnlyContain(r => r.To.EndsWith(".example", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_subject_and_a_file_by_any_name_add_nothing()
    {
        var usual = await SendAsync(Notice("PT Maju", "Maju.pdf"));
        var wrong = new List<string>();

        foreach (var text in HostileHeaders.Texts(AttackCount.Inputs))
        {
            foreach (var file in new[] { text, $"{text}.pdf", $"a.{text}" })
            {
                if (await SendAsync(Notice(text, file)) is var got && got != usual)
                {
                    wrong.Add($"{Shown(file)}: {got}");
                }
            }
        }

        wrong.Should().BeEmpty();
    }

    [Fact]
    public async Task An_address_with_more_in_it_is_refused_or_is_the_one_recipient()
    {
        var wrong = new List<string>();
        var refused = 0;

        var usual = await SendAsync(Sent.Notice with { To = "nina@fpy.example" });
        foreach (var text in HostileHeaders.Texts(AttackCount.Inputs))
        {
            foreach (var to in new[] { text, $"{text}@fpy.example", $"nina@fpy.example{text}", $"nina@{text}.example" })
            {
                var got = await SendAsync(Sent.Notice with { To = to });
                if (got == Refused)
                {
                    refused++;
                }
                else if (got.Form != usual.Form || to.Any(char.IsControl) || (IsPlain(to) && got.To != to))
                {
                    wrong.Add($"{Shown(to)}: {got}");
                }
            }
        }

        wrong.Should().BeEmpty();
        refused.Should().BeGreaterThan(50);
        usual.To.Should().Be("nina@fpy.example");
    }

    [Fact]
    public void A_subject_that_is_cut_ends_with_a_whole_letter()
    {
        var letters = string.Concat(Enumerable.Repeat("🧾", 100));
        var cut = Enumerable.Range(150, 150).Select(length => new string('x', length) + letters);

        cut.SelectMany(Subjects)
            .Where(s => s.Length > 250 && s.EnumerateRunes().Any(r => r == System.Text.Rune.ReplacementChar))
            .Select(s => s[^4..])
            .Should().BeEmpty("PostgreSQL takes no half of a letter");
    }

    private static IEnumerable<string> Subjects(string text) =>
    [
        new InvoiceMail
        {
            Language = Language.English, Title = InvoiceTitle.Invoice, Merchant = "PT Maju", Customer = "x", Number = "INV-1", About = text,
            Total = 1, Outstanding = 1, Due = new(2026, 12, 16, 0, 0, 0, DateTimeKind.Utc), Link = "https://billing.example/bill/KEY",
        }.Subject,
        new TaxFileMail(Language.English, text, "x", "INV-1", "000-26.00000001", Replacement: false).Subject,
    ];

    private static string Shown(string text) => JsonSerializer.Serialize(text.Length > 120 ? text[..120] : text);

    private static OutgoingMail Notice(string subject, string file) =>
        Sent.Notice with { Subject = subject, Files = [new OutgoingFile(file, "application/pdf", [1, 2, 3])] };

    // A domain in another script is sent in its other spelling.
    private static bool IsPlain(string to) => to.All(char.IsAscii) && !to.Contains('"', StringComparison.Ordinal);

    private Task<Read> SendAsync(OutboxMail mail, IEnumerable<string> files) =>
        SendAsync(new OutgoingMail(mail.To, mail.Subject, mail.Text, mail.Html, mail.MessageId)
        {
            Files = [.. files.Select(f => new OutgoingFile(f, "application/pdf", [1, 2, 3]))],
        });

    // What a mail program reads of it: all but the words themselves.
    private async Task<Read> SendAsync(OutgoingMail mail)
    {
        try
        {
            await transport.SendAsync(mail, CancellationToken.None);
        }
        catch (MailRefusedException)
        {
            return Refused;
        }
        catch (ArgumentException broken)
        {
            return new Read($"broken: {broken.Message}", "");
        }

        var path = Directory.GetFiles(folder.FullName, "*.eml").Single();
        using var message = await MimeMessage.LoadAsync(path);
        File.Delete(path);
        var fields = message.Headers.Select(h => h.Field.ToLowerInvariant()).Order(StringComparer.Ordinal);
        var files = message.Attachments.OfType<MimePart>().ToList();
        var form = $"{string.Join(' ', fields)} from={List(message.From)} to={message.To.Count} cc={message.Cc.Count} "
            + $"bcc={message.Bcc.Count} parts={message.BodyParts.Count()} files={files.Count} bare={files.TrueForAll(IsBare)}";
        return new Read(form, List(message.To));
    }

    private static bool IsBare(MimePart file) => file.ContentDisposition!.Disposition == ContentDisposition.Attachment
        && file.FileName is { Length: > 0 and <= 120 } name
        && !name.Any(c => char.IsControl(c) || c is '/' or '\\' or '"')
        && !name.StartsWith('.');

    private static string List(InternetAddressList addresses) => string.Join(',', addresses.Mailboxes.Select(m => m.Address));

    /// <summary>A mail as it was read: headers, parts and senders; and to whom it goes.</summary>
    private sealed record Read(string Form, string To);
}
