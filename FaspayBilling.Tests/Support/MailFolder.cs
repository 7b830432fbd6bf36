namespace FaspayBilling.Tests.Support;

/// <summary>Reads the .eml files of a folder as a mail program would.</summary>
internal static class MailFolder
{
    public static IReadOnlyList<ReceivedMail> Read(string folder) => [.. Directory.GetFiles(folder, "*.eml").Order(StringComparer.Ordinal).Select(Parse)];

    public static ReceivedMail Parse(string file)
    {
        var mail = new ReceivedMail("", File.ReadAllText(file).ReplaceLineEndings("\r\n"), Encrypted: false, SignedIn: false);
        return mail with { To = mail.Header("To") };
    }
}
