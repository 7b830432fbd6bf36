using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Outbox.Mail;

/// <summary>Reads or makes what goes with a mail just before it leaves, outside any write.</summary>
public sealed class OutgoingFiles(IDbContextFactory<BillingDb> dbs, IInvoicePdfs pdfs)
{
    /// <exception cref="MailRefusedException">A file is not there any more.</exception>
    public async Task<IReadOnlyList<OutgoingFile>> ReadAsync(long merchantId, long mailId, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var attachments = await db.Set<MailAttachment>().Where(a => a.MailId == mailId).OrderBy(a => a.Id)
            .Select(a => new
            {
                a.FileName,
                a.ContentType,
                a.InvoiceId,
                Bytes = db.Set<FileContent>().Where(c => c.Id == a.ContentId).Select(c => c.Bytes).FirstOrDefault()
            })
            .ToListAsync(stop);
        var files = new List<OutgoingFile>();
        foreach (var attachment in attachments)
        {
            var bytes = attachment.InvoiceId is { } invoice ? await pdfs.MakeAsync(merchantId, invoice, stop) : attachment.Bytes;
            files.Add(
                new OutgoingFile(
                    attachment.FileName,
                    attachment.ContentType,
                    bytes ?? throw new MailRefusedException($"{attachment.FileName} is not there any more.", forGood: true)));
        }

        return files;
    }
}
