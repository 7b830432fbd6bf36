using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Attachments;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Attachments;

/// <summary>Shows a document to the customer, on the bill page and with the next mail, or hides it again.</summary>
public sealed class ShowAttachment(WriteTransaction transaction)
{
    /// <summary>Refuses <c>document-file.not-found</c>, <c>not-allowed</c> (Finance).</summary>
    public Task<Outcome> HandleAsync(Actor actor, long id, bool show, CancellationToken stop) =>
        transaction.RunAsync(actor, new AuditedAction(HistorySubject.Invoice, "document-file.show"), async write =>
        {
            var documents = write.Db.Set<Attachment>().VisibleTo(actor).Where(d => write.Db.Set<Invoice>().Any(i => i.Id == d.InvoiceId));
            if (await documents.SingleOrDefaultAsync(d => d.Id == id, stop) is not { } document)
            {
                return AttachmentRefusals.DocumentFileNotFound;
            }

            write.About = document.InvoiceId;
            if (actor.WhyNot(Role.Finance) is { } no)
            {
                return no;
            }

            if (document.ForCustomer != show)
            {
                document.ForCustomer = show;
                write.History(
                    HistorySubject.Invoice,
                    document.InvoiceId,
                    show ? "document-file.show" : "document-file.show:hidden",
                    ("file", document.FileName));
            }

            return Outcome.Done;
        }, stop);
}
