using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Attachments;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Attachments;

/// <summary>Reads a document with its content.</summary>
public sealed class ReadAttachment(IDbContextFactory<BillingDb> dbs)
{
    /// <summary>
    /// Refuses <c>document-file.not-found</c>; another merchant's document, and one of a deleted invoice, look like none.
    /// </summary>
    public async Task<Outcome<OpenedDocument>> HandleAsync(Actor actor, long id, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var documents = db.Set<Attachment>().VisibleTo(actor).Where(d => d.Id == id && db.Set<Invoice>().Any(i => i.Id == d.InvoiceId));
        return await OpenAsync(db, documents, stop) is { } opened ? opened : AttachmentRefusals.DocumentFileNotFound;
    }

    internal static Task<OpenedDocument?> OpenAsync(BillingDb db, IQueryable<Attachment> documents, CancellationToken stop) =>
        documents.Join(db.Set<FileContent>(), d => d.ContentId, c => c.Id, (d, c) => new OpenedDocument(d.FileName, d.ContentType, c.Bytes))
            .SingleOrDefaultAsync(stop);
}

/// <summary>A document with the name under which it came and the type that its content is.</summary>
public sealed record OpenedDocument(string FileName, string ContentType, byte[] Bytes);
