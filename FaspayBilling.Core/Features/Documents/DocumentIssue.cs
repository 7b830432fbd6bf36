using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.Cancellation;
using FaspayBilling.Core.Domain.Documents;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Merchants;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Documents;

/// <summary>Makes an invoice a document: id, windows, other party, notices. Every way of issuing goes through here.</summary>
internal static class DocumentIssue
{
    /// <summary>Issues under the lock; refuses <c>document.reference</c> for a note whose invoice does not stand any more.</summary>
    public static async Task<Refusal?> IssueAsync(Write write, Invoice invoice, BillingSettings settings)
    {
        if (invoice.RefersToId is { } original && !await StandsAsync(write, invoice, original))
        {
            return Refusals.DocumentReference;
        }

        var windows = await write.Db.Set<WorkflowParameter>().AsNoTracking().Where(p => p.DocumentType == invoice.DocumentType).ToListAsync(write.Stop);
        invoice.Issue(
            write.Now, DocumentId.New(), settings.CancellationWindowHours, Hours(windows, WorkflowParameterKind.Cancellation, write.Now),
            Hours(windows, WorkflowParameterKind.Rejection, write.Now), await OtherPartyAsync(write, invoice));
        write.Notify(invoice.MerchantId, invoice, DocumentNoticeKind.Validated);
        write.NotifyReceiver(invoice, DocumentNoticeKind.Received);
        return null;
    }

    private static int Hours(List<WorkflowParameter> windows, WorkflowParameterKind kind, DateTime now) =>
        windows.Where(p => p.Parameter == kind && p.HoldsAt(now)).MaxBy(p => p.ActiveFrom)?.Value ?? DocumentWindow.Hours;

    private static async Task<bool> StandsAsync(Write write, Invoice note, long original) =>
        await write.Db.Set<Invoice>().VisibleTo(write.Actor).SingleOrDefaultAsync(i => i.Id == original, write.Stop) is { } corrected
        && corrected.Status.IsIssued() && corrected.DocumentType == note.DocumentType.Corrects();

    // A tax id that two merchants carry names neither: a document is never shown on a guess.
    private static async Task<long?> OtherPartyAsync(Write write, Invoice invoice)
    {
        var found = await write.Db.Set<Merchant>().WithNpwp(invoice.CustomerNpwp).Where(m => m.Id != invoice.MerchantId).Select(m => m.Id).Take(2).ToListAsync(write.Stop);
        return found.Count == 1 ? found[0] : null;
    }
}
