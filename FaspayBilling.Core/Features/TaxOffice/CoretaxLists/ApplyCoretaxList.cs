using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Audit;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Codes;
using FaspayBilling.Core.Domain.TaxOffice.Coretax;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.TaxOffice.CoretaxLists;

/// <summary>
/// Saves what Coretax's list says: each number with its state, and with the invoice it belongs to. The same list once more changes nothing.
/// </summary>
public sealed class ApplyCoretaxList(WriteTransaction transaction)
{
    /// <summary>Answers what became of the rows. Refuses <c>not-allowed</c>, <c>module.off</c>.</summary>
    /// <param name="actor">Who reads back; Finance or Admin.</param>
    /// <param name="rows">What <see cref="PreviewCoretaxList"/> could read.</param>
    /// <param name="stop">Ends it between two transactions; what was saved stays.</param>
    public async Task<Outcome<CoretaxApplied>> HandleAsync(Actor actor, IReadOnlyCollection<CoretaxListRow> rows, CancellationToken stop)
    {
        var sum = new CoretaxApplied(0, 0, 0);

        // In the file's order, so that of a number that stands in it twice the last word counts; an empty list still asks who may.
        foreach (var some in rows.Count == 0 ? [[]] : rows.Chunk(PreviewCoretaxList.AtOnce))
        {
            var done = await transaction.RunAsync<CoretaxApplied>(
                actor,
                new AuditedAction(HistorySubject.TaxExport, "coretax.read-list"),
                async write =>
                    (actor.WhyNot(Role.Finance) ?? await write.Db.WhyNotEFakturAsync(actor, stop)) is { } no
                        ? no
                        : await ApplyAsync(write, some),
                stop);
            if (!done.Ok)
            {
                return done;
            }

            sum = sum.Plus(done.Value);
        }

        return sum;
    }

    private static async Task<CoretaxApplied> ApplyAsync(WriteContext write, CoretaxListRow[] rows)
    {
        var matching = await CoretaxMatching.ReadAsync(write.Db, write.Actor, rows, write.Stop);
        var touched = new Dictionary<long, Invoice>();
        var unmatched = 0;
        foreach (var row in rows)
        {
            var (invoice, _) = matching.Find(row);
            unmatched += invoice is null ? 1 : 0;
            if (row.Number is not null)
            {
                Store(write, matching, row, invoice);
            }
            else if (invoice is { CoretaxNumber: null } && invoice.CoretaxStatus != row.Status)
            {
                invoice.SeeInCoretax(row.Status, write.Now);
                write.History(HistorySubject.Invoice, invoice.Id, "coretax.state", ("status", Value.Term(row.Status)));
            }

            if (invoice is not null)
            {
                touched[invoice.Id] = invoice;
            }
        }

        await write.SaveAsync();
        var changed = await CoretaxInvoices.TellAsync(write, [.. touched.Values]);
        write.MarkChanged(HistorySubject.TaxExport);
        return new CoretaxApplied(rows.Length, changed, unmatched);
    }

    private static void Store(WriteContext write, CoretaxMatching matching, CoretaxListRow row, Invoice? invoice)
    {
        if (matching.Known(row) is not { } kept)
        {
            kept = new CoretaxRow
            {
                MerchantId = write.Actor.MerchantId,
                Number = row.Number!.Value.Digits,
                Reference = row.Reference,
                Status = row.Status,
                Date = row.Date,
                BuyerName = row.BuyerName,
                BuyerId = row.BuyerId,
                TaxBase = row.TaxBase,
                Vat = row.Vat,
                InvoiceId = invoice?.Id,
                ReadAt = write.Now,
            };
            write.Db.Add(kept);
            matching.Add(kept);
            return;
        }

        // Amended and cancelled rows may come without what they once said.
        var now = (row.Reference.Length > 0
            ? row.Reference
            : kept.Reference, row.Status, row.Date, row.BuyerName, row.BuyerId, row.TaxBase, row.Vat, invoice?.Id ?? kept.InvoiceId);
        if (now != (kept.Reference, kept.Status, kept.Date, kept.BuyerName, kept.BuyerId, kept.TaxBase, kept.Vat, kept.InvoiceId))
        {
            (kept.Reference, kept.Status, kept.Date, kept.BuyerName, kept.BuyerId, kept.TaxBase, kept.Vat, kept.InvoiceId) = now;
            kept.ReadAt = write.Now;
        }
    }
}

/// <summary>What became of the rows of a list.</summary>
/// <param name="Rows">Read.</param>
/// <param name="Changed">Invoices whose number or state changed.</param>
/// <param name="Unmatched">Rows without an invoice of ours.</param>
public sealed record CoretaxApplied(int Rows, int Changed, int Unmatched)
{
    internal CoretaxApplied Plus(CoretaxApplied more) => new(Rows + more.Rows, Changed + more.Changed, Unmatched + more.Unmatched);
}
