using FaspayBilling.Core.Data;

namespace FaspayBilling.Core.Outbox.Mail;

/// <summary>Puts a file into a mail that is written.</summary>
internal static class MailAttaching
{
    /// <summary>The mail need not have its key yet: both are saved together.</summary>
    public static void Attach(this WriteContext write, OutboxMail mail, MailAttachment file)
    {
        var key = write.Db.Entry(mail).Property(m => m.Id);
        var link = write.Db.Add(file).Property(f => f.MailId);
        link.CurrentValue = key.CurrentValue;
        link.IsTemporary = key.IsTemporary;
    }
}
