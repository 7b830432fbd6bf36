using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Core.Domain.TaxOffice.Coretax;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.TaxOffice.CoretaxLists;

/// <summary>Tells invoices what all the rows that belong to them say together, and whether a waiting row contests them.</summary>
internal static class CoretaxInvoices
{
    /// <summary>Answers which changed; the rows are saved already. A number that was once final stays spent (docs/rules.md 5).</summary>
    public static async Task<IReadOnlyCollection<Invoice>> TellAsync(WriteContext write, IReadOnlyCollection<Invoice> invoices)
    {
        if (invoices.Count == 0)
        {
            return [];
        }

        var ids = invoices.Select(i => i.Id).ToList();
        var rows = (await write.Db.Set<CoretaxRow>()
            .VisibleTo(write.Actor)
            .Where(r => r.InvoiceId != null && ids.Contains(r.InvoiceId.Value))
            .Select(r => new { Id = r.InvoiceId!.Value, r.Number, r.Status, r.Waits })
            .ToListAsync(write.Stop)).ToLookup(r => r.Id);
#pragma warning disable MA0169 // The database compares the stored text.
        var contested = (await write.Db.Set<CoretaxRow>()
            .VisibleTo(write.Actor)
            .Where(r => r.Waits && r.Candidates != Sequence<long>.Empty)
            .Select(r => r.Candidates)
            .ToListAsync(write.Stop)).SelectMany(c => c).ToHashSet();
#pragma warning restore MA0169
        return [.. invoices.Where(i =>
        {
            // A row that it was told of and that waits now keeps what it said until somebody decides.
            var word = rows[i.Id].Any(r => r.Waits) ? null : CoretaxWord.Of(rows[i.Id].Select(r => (Number(r.Number), r.Status)));
            return Tell(write, i, word, contested.Contains(i.Id));
        })];
    }

    /// <summary>Tells it the state of a row that has no number yet; false when it knew.</summary>
    public static bool TellState(WriteContext write, Invoice invoice, CoretaxStatus status)
    {
        if (invoice.CoretaxNumber is not null || invoice.CoretaxStatus == status)
        {
            return false;
        }

        invoice.ReadBack(invoice.ToldByTaxOffice() with { Status = status, ReadAt = write.Now });
        write.History(HistorySubject.Invoice, invoice.Id, "coretax.state", ("status", Value.Term(status)));
        return true;
    }

    /// <summary>Its number is used at the tax office, whatever invoice it is used for there: it is spent.</summary>
    public static void Spend(WriteContext write, Invoice holder, CoretaxStatus status)
    {
        if (holder.TaxNumber is not { } number || status.Approval() <= holder.TaxApproval)
        {
            return;
        }

        holder.ReadBack(holder.ToldByTaxOffice() with { Approval = status.Approval() });
        write.History(HistorySubject.Invoice, holder.Id, "coretax.spent", ("number", number.ToString()), ("status", Value.Term(status)));
    }

    /// <summary>A row that it was told of belongs to it no longer; what other rows say of it is told afterwards.</summary>
    public static void Forget(WriteContext write, Invoice invoice, CoretaxRow row)
    {
        if (invoice.CoretaxNumber == row.Number)
        {
            write.History(HistorySubject.Invoice, invoice.Id, "coretax.forget", ("number", row.Number));
            invoice.ReadBack(invoice.ToldByTaxOffice() with { Number = null, Status = null, ReadAt = null });
        }
    }

    private static bool Tell(WriteContext write, Invoice invoice, CoretaxWord? word, bool contested)
    {
        var before = invoice.ToldByTaxOffice();
        var after = before with { Contested = contested };
        if (word is not null)
        {
            var approval = (TaxApproval)Math.Max((int)before.Approval, (int)word.Approval);
            after = after with { Number = word.Number, Status = word.Status, Approval = approval };
        }

        if (after == before)
        {
            return false;
        }

        if ((after.Number, after.Status) == (before.Number, before.Status))
        {
            // Only whether it is contested, or the approval behind it, is new.
            invoice.ReadBack(after);
            write.MarkChanged(HistorySubject.Invoice, invoice.Id);
            return after.Approval != before.Approval;
        }

        var told = Message.Of("coretax.number", ("number", word!.Number), ("status", Value.Term(word.Status)));
        write.History(
            HistorySubject.Invoice,
            invoice.Id,
            before.Number == word.Number && before.Status is { } status ? told.As("changed").And("before", Value.Term(status)) : told);
        invoice.ReadBack(after with { ReadAt = write.Now });
        return true;
    }

    private static CoretaxNumber Number(string digits) =>
        CoretaxNumber.TryParse(digits, out var number)
            ? number
            : throw new InvalidOperationException($"{digits} was stored and is no number of Coretax.");
}
