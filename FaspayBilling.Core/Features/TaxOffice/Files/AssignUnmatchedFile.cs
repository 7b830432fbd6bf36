using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.TaxOffice;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.TaxOffice.Files;

/// <summary>
/// Says by hand to which invoice a waiting file belongs; an older file of the same number stays behind it, a newer one before it.
/// </summary>
public sealed class AssignUnmatchedFile(WriteTransaction transaction)
{
    /// <summary>
    /// Refuses <c>file.not-found</c>, <c>not-allowed</c>, <c>module.off</c>, <c>changed-elsewhere</c>, <c>file.invoice</c>,
    /// <c>file.invoice-numberless</c>.
    /// </summary>
    public Task<Outcome> HandleAsync(Actor actor, long id, int version, string invoiceNumber, CancellationToken stop) =>
        transaction.RunAsync(actor, new AuditedAction(HistorySubject.TaxFile, "tax-file.assign"), async write =>
        {
            var found = await write.UnmatchedFileAsync(id, version);
            if (!found.Ok)
            {
                return found.Refusal!;
            }

            var (file, wanted) = (found.Value, invoiceNumber.Trim());
            if (await write.Db.Set<Invoice>()
                .VisibleTo(actor)
                .Where(TaxInvoices.Are)
                .SingleOrDefaultAsync(i => i.Number == wanted, stop) is not { } invoice)
            {
                return TaxOfficeRefusals.FileInvoice;
            }

            var number = CoretaxNumber.TryParse(file.CoretaxNumber, out var coretax) ? coretax : (CoretaxNumber?)null;
            if (TaxFileMatching.Claim(invoice, number, null, number?.Revision > 0, file.FileName) is not { } claim)
            {
                return TaxOfficeRefusals.FileInvoiceNumberless;
            }

            (file.SettledAt, file.SettledBy) = (write.Now, actor.Name);
            var stored = await StoredTaxFile.StoreAsync(write, invoice, claim, file.Size, file.ContentId);
            return Outcome.DoneBut(stored.Behind);
        }, stop);
}
