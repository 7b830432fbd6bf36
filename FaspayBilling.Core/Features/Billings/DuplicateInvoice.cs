using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.History;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Billings;

/// <summary>Makes a new Draft dated today out of any invoice: same lines and days to due; no tax number, payments or files.</summary>
public sealed class DuplicateInvoice(WriteTransaction transaction)
{
    /// <summary>Answers the new invoice's number. Refuses <c>invoice.not-found</c>, <c>not-allowed</c>, <c>changed-elsewhere</c>.</summary>
    public Task<Outcome<string>> HandleAsync(Actor actor, InvoiceKey key, CancellationToken stop) =>
        transaction.RunAsync<string>(actor, new Attempt(HistorySubject.Invoice, $"Duplicate {key.Number}"), async write =>
        {
            var found = await InvoiceInHand.TakeAsync(write, key);
            if (!found.Ok)
            {
                return found.Refusal!;
            }

            var original = found.Value.Invoice;
            await write.Db.Entry(original).Collection(i => i.Lines).LoadAsync(stop);
            var today = JakartaCalendar.DayOf(write.Now);
            var copy = original.Duplicate(await InvoiceNumbering.NextAsync(write, today), today, found.Value.Settings.EFakturModule);
            write.Db.Add(copy);
            await write.SaveAsync();
            write.History(HistorySubject.Invoice, copy.Id, $"Created as a duplicate of {original.Number}");
            write.History(HistorySubject.Invoice, original.Id, $"Duplicated as {copy.Number}");
            return copy.Number;
        }, stop);
}
