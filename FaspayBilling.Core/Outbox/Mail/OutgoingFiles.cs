using FaspayBilling.Core.Data;
using FaspayBilling.Core.Data.Writing;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Outbox.Mail;

/// <summary>Reads or makes what goes with a mail just before it leaves, outside any write.</summary>
public sealed class OutgoingFiles(IDbContextFactory<BillingDb> dbs, IInvoicePdfs pdfs)
{
    private readonly CompiledQueries queries = new();

    /// <exception cref="MailRefusedException">A file is not there any more.</exception>
    public async Task<IReadOnlyList<OutgoingFile>> ReadAsync(long merchantId, long mailId, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var files = new List<OutgoingFile>();
        foreach (var attachment in await queries.Of(Find)(db, mailId).ToListAsync(stop))
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

    private static Func<BillingDb, long, IAsyncEnumerable<Attached>> Find() => EF.CompileAsyncQuery(
        (BillingDb db, long mail) => db.Set<MailAttachment>()
            .Where(a => a.MailId == mail)
            .OrderBy(a => a.Id)
            .Select(a => new Attached(
                a.FileName,
                a.ContentType,
                a.InvoiceId,
                db.Set<FileContent>().Where(c => c.Id == a.ContentId).Select(c => c.Bytes).FirstOrDefault())));

    private sealed record Attached(string FileName, string ContentType, long? InvoiceId, byte[]? Bytes);
}
