using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Core.Domain.TaxOffice.Coretax;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.TaxOffice.CoretaxLists;

/// <summary>Tells invoices what all the rows that belong to them say together.</summary>
internal static class CoretaxInvoices
{
    /// <summary>Answers how many changed; the rows are saved already. A number that was once final stays spent (docs/rules.md 5).</summary>
    public static async Task<int> TellAsync(WriteContext write, IReadOnlyCollection<Invoice> invoices)
    {
        var ids = invoices.Select(i => i.Id).ToList();
        var rows = await write.Db.Set<CoretaxRow>()
            .Where(r => r.InvoiceId != null && ids.Contains(r.InvoiceId.Value))
            .Select(r => new { Id = r.InvoiceId!.Value, r.Number, r.Status })
            .ToListAsync(write.Stop);
        return invoices.Count(i => Tell(write, i, CoretaxWord.Of(rows.Where(r => r.Id == i.Id).Select(r => (Number(r.Number), r.Status)))));
    }

    private static bool Tell(WriteContext write, Invoice invoice, CoretaxWord? word)
    {
        if (word is null)
        {
            return false;
        }

        var approval = (TaxApproval)Math.Max((int)invoice.TaxApproval, (int)word.Approval);
        if ((invoice.CoretaxNumber, invoice.CoretaxStatus, invoice.TaxApproval) == (word.Number, word.Status, approval))
        {
            return false;
        }

        var told = Message.Of("coretax.number", ("number", word.Number), ("status", Value.Term(word.Status)));
        write.History(
            HistorySubject.Invoice,
            invoice.Id,
            invoice.CoretaxNumber == word.Number && invoice.CoretaxStatus is { } before
                ? told.As("changed").And("before", Value.Term(before))
                : told);
        invoice.ReadBack(word.Number, word.Status, approval, write.Now);
        return true;
    }

    private static CoretaxNumber Number(string digits) =>
        CoretaxNumber.TryParse(digits, out var number)
            ? number
            : throw new InvalidOperationException($"{digits} was stored and is no number of Coretax.");
}
