using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.History;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.TaxExports;
using FaspayBilling.Core.Domain.TaxNumbers;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.CoretaxLists;

/// <summary>Tells invoices what all the rows that belong to them say together.</summary>
internal static class CoretaxInvoices
{
    /// <summary>Answers how many changed; the rows are saved already. A number that was once final stays spent (rules.md 5).</summary>
    public static async Task<int> TellAsync(Write write, IReadOnlyCollection<Invoice> invoices)
    {
        var ids = invoices.Select(i => i.Id).ToList();
        var rows = await write.Db.Set<CoretaxRow>().Where(r => r.InvoiceId != null && ids.Contains(r.InvoiceId.Value)).Select(r => new { Id = r.InvoiceId!.Value, r.Number, r.Status }).ToListAsync(write.Stop);
        return invoices.Count(i => Tell(write, i, CoretaxWord.Of(rows.Where(r => r.Id == i.Id).Select(r => (Number(r.Number), r.Status)))));
    }

    private static bool Tell(Write write, Invoice invoice, CoretaxWord? word)
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

        var before = invoice.CoretaxNumber == word.Number && invoice.CoretaxStatus is { } status ? $" (was {status.Text()})" : "";
        write.History(HistorySubject.Invoice, invoice.Id, $"Coretax: {word.Number} is {word.Status.Text()}{before}");
        (invoice.CoretaxNumber, invoice.CoretaxStatus, invoice.TaxApproval, invoice.CoretaxReadAt) = (word.Number, word.Status, approval, write.Now);
        return true;
    }

    private static CoretaxNumber Number(string digits) => CoretaxNumber.TryParse(digits, out var number) ? number : throw new InvalidOperationException($"{digits} was stored and is no number of Coretax.");
}
