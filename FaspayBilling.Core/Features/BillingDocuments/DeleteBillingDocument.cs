using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.BillingDocuments;
using FaspayBilling.Core.Domain.History;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Money;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.BillingDocuments;

/// <summary>Hides a document; what it deducted is owed again. Row and file are kept ten years.</summary>
public sealed class DeleteBillingDocument(WriteTransaction transaction)
{
    /// <summary>Refuses <c>document-file.not-found</c>, <c>not-allowed</c> (Finance).</summary>
    public Task<Outcome> HandleAsync(Actor actor, long id, CancellationToken stop) =>
        transaction.RunAsync(actor, new Attempt(HistorySubject.Invoice, "Delete a document"), async write =>
        {
            if (await write.Db.Set<BillingDocument>().VisibleTo(actor).SingleOrDefaultAsync(d => d.Id == id, stop) is not { } document
                || await write.Db.Set<Invoice>().VisibleTo(actor).SingleOrDefaultAsync(i => i.Id == document.InvoiceId, stop) is not { } invoice)
            {
                return Refusals.DocumentFileNotFound;
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

            write.History(HistorySubject.Invoice, invoice.Id, $"Document {document.FileName} deleted{(document.Deducts ? $"; {Rupiah.Text(document.WithholdingAmount)} are owed again" : "")}");
            return Outcome.Done;
        }, stop);
}
