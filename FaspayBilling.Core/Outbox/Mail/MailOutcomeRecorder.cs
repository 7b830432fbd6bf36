using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.TaxOffice.Files;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Outbox.Mail;

/// <summary>
/// What a mail's fate means for what it carries: the E-Faktur file's Email Status, the invoice's history; in the write that records it.
/// </summary>
internal static class MailOutcomeRecorder
{
    public static async Task SentAsync(WriteContext write, OutboxMail mail)
    {
        if (await FileAsync(write, mail) is { } file)
        {
            // Of several addresses the one that did not get it is what somebody must look at; this write may have told it.
            await write.SaveAsync();
            var failed = await write.Db.Set<OutboxMail>().AnyAsync(
                m => m.TaxFileId == file.Id && m.To != mail.To && m.CreatedAt == mail.CreatedAt && m.State == MailState.Failed, write.Stop);
            (file.EmailStatus, file.EmailReason) = failed ? (file.EmailStatus, file.EmailReason) : (TaxFileEmailStatus.Sent, null);
            file.EmailedAt = write.Now;
            write.History(HistorySubject.Invoice, file.InvoiceId, "tax-file.send:sent", ("file", file.FileName), ("to", mail.To));
        }
        else if (mail.InvoiceId is { } invoice)
        {
            write.History(HistorySubject.Invoice, invoice, "invoice.mail:sent", ("to", mail.To));
        }
    }

    public static async Task FailedAsync(WriteContext write, OutboxMail mail)
    {
        if (await FileAsync(write, mail) is { } file)
        {
            file.EmailStatus = TaxFileEmailStatus.Failed;
            file.EmailReason = mail.LastError;
            write.History(
                HistorySubject.Invoice,
                file.InvoiceId,
                "tax-file.send:failed",
                ("file", file.FileName),
                ("to", mail.To),
                ("error", mail.LastError ?? ""));
        }
        else if (mail.InvoiceId is { } invoice)
        {
            write.History(HistorySubject.Invoice, invoice, "invoice.mail:failed", ("to", mail.To), ("error", mail.LastError ?? ""));
        }
    }

    private static async Task<TaxFile?> FileAsync(WriteContext write, OutboxMail mail)
    {
        if (mail.TaxFileId is not { } id
            || await write.Db.Set<TaxFile>()
                .SingleOrDefaultAsync(f => f.Id == id && f.MerchantId == mail.MerchantId, write.Stop) is not { } file)
        {
            return null;
        }

        write.MarkChanged(HistorySubject.TaxFile, file.Id);
        return file;
    }
}
