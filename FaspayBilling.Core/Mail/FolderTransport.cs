using System.Globalization;
using System.Net.Mail;
using FaspayBilling.Core.Domain.Time;

namespace FaspayBilling.Core.Mail;

/// <summary>Writes mails as .eml files into a folder: what happens without a mail server.</summary>
internal sealed class FolderTransport(MailSettings settings, TimeProvider clock) : IMailTransport
{
    public async Task SendAsync(OutgoingMail mail, CancellationToken stop)
    {
        var unfinished = Path.Combine(settings.Folder, $".{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(unfinished);
            using (var message = MailFormat.Message(mail, settings, bytes => new MemoryStream(bytes)))
            using (var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = unfinished })
            {
                await client.SendMailAsync(message, stop);
            }

            // Moved when complete: a reader of the folder never sees half a mail.
            File.Move(Directory.GetFiles(unfinished).Single(), Path.Combine(settings.Folder, FileName(mail)));
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or SmtpException)
        {
            throw new MailRefusedException($"The folder {settings.Folder} cannot be written: {broken.GetBaseException().Message}", inner: broken);
        }
        finally
        {
            if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
        }
    }

    // Sorted by time; the last part keeps two copies of one mail apart. Nothing that a person typed is in it.
    private string FileName(OutgoingMail mail)
    {
        var id = string.Concat(mail.MessageId.TakeWhile(c => c != '@').Where(char.IsAsciiLetterOrDigit).Take(12));
        return string.Create(CultureInfo.InvariantCulture, $"{clock.Now():yyyyMMdd-HHmmssfff}-{id}-{Guid.NewGuid().ToString("N")[..4]}.eml");
    }
}
