using System.Text;

namespace FaspayBilling.Tests.Support.Mail;

/// <summary>Reads the mails of a folder as a mail program would.</summary>
internal static class MailFolder
{
    public static IReadOnlyList<ReceivedMail> Read(string folder) =>
        [.. Directory.GetFiles(folder, "*.eml").Order(StringComparer.Ordinal).Select(Parse)];

    public static ReceivedMail Parse(string file)
    {
        var raw = File.ReadAllText(file, Encoding.Latin1).ReplaceLineEndings("\r\n");
        var mail = new ReceivedMail("", raw, Encrypted: false, SignedIn: false);
        return mail with { To = mail.Header("To") };
    }
}
