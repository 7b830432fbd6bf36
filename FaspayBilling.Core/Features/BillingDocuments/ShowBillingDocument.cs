using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.BillingDocuments;
using FaspayBilling.Core.Domain.History;
using FaspayBilling.Core.Domain.Invoices;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.BillingDocuments;

/// <summary>Shows a document to the customer, on the bill page and with the next mail, or hides it again.</summary>
public sealed class ShowBillingDocument(WriteTransaction transaction)
{
    /// <summary>Refuses <c>document-file.not-found</c>, <c>not-allowed</c> (Finance).</summary>
    public Task<Outcome> HandleAsync(Actor actor, long id, bool show, CancellationToken stop) =>
        transaction.RunAsync(actor, new Attempt(HistorySubject.Invoice, "Show a document"), async write =>
        {
            var documents = write.Db.Set<BillingDocument>().VisibleTo(actor).Where(d => write.Db.Set<Invoice>().Any(i => i.Id == d.InvoiceId));
            if (await documents.SingleOrDefaultAsync(d => d.Id == id, stop) is not { } document)
            {
                return Refusals.DocumentFileNotFound;
            }

            write.About = document.InvoiceId;
            if (actor.WhyNot(Role.Finance) is { } no)
            {
                return no;
            }

            if (document.ForCustomer != show)
            {
                document.ForCustomer = show;
                write.History(HistorySubject.Invoice, document.InvoiceId, $"Document {document.FileName} {(show ? "shown to" : "hidden from")} the customer");
            }

            return Outcome.Done;
        }, stop);
}
