using System.Globalization;
using System.Security.Cryptography;
using FaspayBilling.Core.Configuration;
using FaspayBilling.Core.Domain.Shared;
using MimeKit;

namespace FaspayBilling.Core.Outbox.Mail;

/// <summary>
/// Writes mails as .eml files into a folder: what happens without a mail server. They are the mails as they are sent, personal links and
/// all, so nobody else on the machine reads them.
/// </summary>
internal sealed class FolderTransport(MailSettings settings, TimeProvider clock) : IMailTransport
{
    // Longer than a mail is in hand: what is older was left by a process that ended while it wrote.
    private static readonly TimeSpan Unfinished = TimeSpan.FromMinutes(2);
    private static readonly FormatOptions AsOnTheWire = AsSent();

    private long lookedAt = long.MinValue;

    public async Task SendAsync(OutgoingMail mail, CancellationToken stop)
    {
        using var message = MailFormat.Message(mail, settings, clock.GetUtcNow());
        var name = FileName(mail);
        var hidden = Path.Combine(settings.Folder, $".{name}.part");
        try
        {
            PrivateFiles.MakeFolder(settings.Folder);
            RemoveLeftovers();
            await using (var file = PrivateFiles.Open(hidden, FileMode.CreateNew))
            {
                await message.WriteToAsync(AsOnTheWire, file, stop);
                await file.FlushAsync(stop);
            }

            // Moved when complete: a reader of the folder never sees half a mail.
            File.Move(hidden, Path.Combine(settings.Folder, name));
        }
        catch (Exception broken)
        {
            Remove(hidden);
            if (broken is IOException or UnauthorizedAccessException)
            {
                var words = $"The folder {settings.Folder} cannot be written: {MailFormat.OneLine(broken.Message)}";
                throw new MailRefusedException(words, inner: broken);
            }

            throw;
        }
    }

    private void RemoveLeftovers()
    {
        // Among many mails the look costs more than the mail.
        var (now, last) = (clock.GetTimestamp(), Interlocked.Read(ref lookedAt));
        if ((last != long.MinValue && clock.GetElapsedTime(last, now) < Unfinished)
            || Interlocked.CompareExchange(ref lookedAt, now, last) != last)
        {
            return;
        }

        var before = $".{Stamp(clock.Now() - Unfinished)}";
        foreach (var file in Directory.EnumerateFiles(settings.Folder, ".*.part"))
        {
            if (string.CompareOrdinal(Path.GetFileName(file), before) < 0)
            {
                Remove(file);
            }
        }
    }

    private static void Remove(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception kept) when (kept is IOException or UnauthorizedAccessException)
        {
            // A later look tries again; the mail at hand is not held up by it.
        }
    }

    // Sorted by time; the last part keeps the copies of one mail apart, even many at one instant. Nothing that a person typed is in it.
    private string FileName(OutgoingMail mail)
    {
        var id = string.Concat(mail.MessageId.TakeWhile(c => c != '@').Where(char.IsAsciiLetterOrDigit).Take(12));
        return $"{Stamp(clock.Now())}-{id}-{RandomNumberGenerator.GetHexString(16, lowercase: true)}.eml";
    }

    private static string Stamp(DateTime instant) => instant.ToString("yyyyMMdd-HHmmssfff", CultureInfo.InvariantCulture);

    private static FormatOptions AsSent()
    {
        var options = FormatOptions.Default.Clone();
        options.NewLineFormat = NewLineFormat.Dos;
        return options;
    }
}
