using FaspayBilling.Core.Data;
using FaspayBilling.Core.Data.Writing;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;

namespace FaspayBilling.Core.Features.Invoices.Lifecycle;

/// <summary>Makes a new Draft dated today out of any invoice: same lines and days to due; no tax number, payments or files.</summary>
public sealed class DuplicateInvoice(WriteTransaction transaction)
{
    /// <summary>Answers the new invoice's number. Refuses <c>invoice.not-found</c>, <c>not-allowed</c>, <c>changed-elsewhere</c>.</summary>
    public Task<Outcome<string>> HandleAsync(Actor actor, InvoiceKey key, CancellationToken stop) =>
        transaction.RunAsync<string>(
            actor, new AuditedAction(HistorySubject.Invoice, "invoice.duplicate", ("invoice", key.Number)), async write =>
        {
            var found = await LockedInvoice.TakeAsync(write, key);
            if (!found.Ok)
            {
                return found.Refusal!;
            }

            var original = found.Value.Invoice;
            await write.Db.Entry(original).Collection(i => i.Lines).LoadAsync(stop);
            var today = JakartaCalendar.DayOf(write.Now);
            var taxDay = await write.Db.Set<Invoice>().TaxDayAsync(original, stop);
            var number = await InvoiceNumbering.NextAsync(write, today);
            var copy = original.Duplicate(number, today, found.Value.Settings.EFakturModule, taxDay);
            await write.AddAsync(copy);
            write.History(HistorySubject.Invoice, copy.Id, "invoice.create:duplicate", ("original", original.Number));
            write.History(HistorySubject.Invoice, original.Id, "invoice.duplicate", ("copy", copy.Number));
            return copy.Number;
        }, stop);
}
