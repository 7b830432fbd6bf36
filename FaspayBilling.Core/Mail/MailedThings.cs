using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.History;
using FaspayBilling.Core.Domain.TaxFiles;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Mail;

/// <summary>What a mail's fate means for what it carries: the E-Faktur file's Email Status, the invoice's history; in the write that records it.</summary>
internal static class MailedThings
{
    public static async Task SentAsync(Write write, OutboxMail mail)
    {
        if (await FileAsync(write, mail) is { } file)
        {
            file.EmailStatus = TaxFileEmailStatus.Sent;
            file.EmailReason = null;
            file.EmailedAt = write.Now;
            write.History(HistorySubject.Invoice, file.InvoiceId, $"E-Faktur file {file.FileName} sent to {mail.To}");
        }
        else if (mail.InvoiceId is { } invoice)
        {
            write.History(HistorySubject.Invoice, invoice, $"The mail server took the mail to {mail.To}");
        }
    }

    public static async Task FailedAsync(Write write, OutboxMail mail)
    {
        if (await FileAsync(write, mail) is { } file)
        {
            file.EmailStatus = TaxFileEmailStatus.Failed;
            file.EmailReason = mail.LastError;
            write.History(HistorySubject.Invoice, file.InvoiceId, $"E-Faktur file {file.FileName} could not be sent to {mail.To}: {mail.LastError}");
        }
        else if (mail.InvoiceId is { } invoice)
        {
            write.History(HistorySubject.Invoice, invoice, $"The mail to {mail.To} failed: {mail.LastError}");
        }
    }

    private static async Task<TaxFile?> FileAsync(Write write, OutboxMail mail)
    {
        if (mail.TaxFileId is not { } id || await write.Db.Set<TaxFile>().SingleOrDefaultAsync(f => f.Id == id && f.MerchantId == mail.MerchantId, write.Stop) is not { } file)
        {
            return null;
        }

        write.Touch(HistorySubject.TaxFile, file.Id);
        return file;
    }
}
