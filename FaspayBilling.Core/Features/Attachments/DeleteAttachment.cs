using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Attachments;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Attachments;

/// <summary>Hides a document; what it deducted is owed again. Row and file are kept ten years.</summary>
public sealed class DeleteAttachment(WriteTransaction transaction)
{
    /// <summary>Refuses <c>document-file.not-found</c>, <c>not-allowed</c> (Finance).</summary>
    public Task<Outcome> HandleAsync(Actor actor, long id, CancellationToken stop) =>
        transaction.RunAsync(actor, new AuditedAction(HistorySubject.Invoice, "document-file.delete"), async write =>
        {
            if (await write.Db.Set<Attachment>().VisibleTo(actor).SingleOrDefaultAsync(d => d.Id == id, stop) is not { } document
                || await write.Db.Set<Invoice>()
                    .VisibleTo(actor)
                    .SingleOrDefaultAsync(i => i.Id == document.InvoiceId, stop) is not { } invoice)
            {
                return AttachmentRefusals.DocumentFileNotFound;
            }

            write.About = invoice.Id;
            if (actor.WhyNot(Role.Finance) is { } no)
            {
                return no;
            }

            document.DeletedAt = write.Now;
            document.DeletedBy = actor.Name;
            if (document.Deducts)
            {
                invoice.GiveBackDeduction(document.WithholdingAmount, write.Now);
            }

            write.History(
                HistorySubject.Invoice,
                invoice.Id,
                document.Deducts
                    ? Message.Of(
                        "document-file.delete:owed", ("file", document.FileName), ("amount", Value.Money(document.WithholdingAmount)))
                    : Message.Of("document-file.delete", ("file", document.FileName)));
            return Outcome.Done;
        }, stop);
}
