using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Domain.TaxOffice.Coretax;
using FaspayBilling.Core.Features.TaxNumbers;

namespace FaspayBilling.Core.Features.TaxOffice.CoretaxLists;

/// <summary>One piece of a read-in being saved: what it changes is kept with it, so that it can be undone.</summary>
internal sealed class CoretaxWriting(WriteContext write, CoretaxFacts facts, long readingId)
{
    private readonly Dictionary<long, (Invoice Invoice, TaxOfficeWord Before)> invoices = [];
    private readonly Dictionary<string, (CoretaxRow Row, CoretaxRowWord? Before)> rows = new(StringComparer.Ordinal);
    private readonly HashSet<Invoice> changed = [];
    private readonly List<TaxNumber> unheld = [];

    /// <summary>Saves what was judged, tells the invoices, and answers how many of them have a new number or state.</summary>
    public async Task<int> SaveAsync(IReadOnlyList<CoretaxJudgement> judged)
    {
        foreach (var one in judged)
        {
            Touch(one);
            if (one.Row.Number is not null)
            {
                Store(one);
                Spend(one.Row);
            }
            else if (one is { IsConflict: false, Invoice: { } invoice } && CoretaxInvoices.TellState(write, invoice, one.Row.Status))
            {
                changed.Add(invoice);
            }
        }

        await write.SaveAsync();
        changed.UnionWith(await CoretaxInvoices.TellAsync(write, [.. invoices.Values.Select(i => i.Invoice)]));
        var taken = await SpentNumbers.TakeOutAsync(write, [.. unheld.Distinct()]);
        await write.SaveAsync();
        Remember(taken);
        return changed.Count;
    }

    /// <summary>True when numbers of a range stopped being available.</summary>
    public bool TookNumbers { get; private set; }

    private void Touch(CoretaxJudgement one)
    {
        var holder = one.Row.Spent is { } spent ? facts.Holder(spent) : null;
        var named = one.Candidates.Select(id => facts.Invoice(id)!.Invoice);
        foreach (var invoice in named.Append(one.Invoice).Append(holder).OfType<Invoice>())
        {
            invoices.TryAdd(invoice.Id, (invoice, invoice.ToldByTaxOffice()));
        }
    }

    private void Store(CoretaxJudgement one)
    {
        var row = one.Row;
        var digits = row.Number!.Value.Digits;
        var kept = rows.TryGetValue(digits, out var again) ? again.Row : facts.Known(row);
        var isNew = kept is null;
        if (kept is null)
        {
            kept = new CoretaxRow
            {
                MerchantId = write.Actor.MerchantId, Number = digits, Reference = "", Status = row.Status, Date = row.Date, BuyerName = "",
                BuyerId = "", TaxBase = 0, Vat = 0, ReadAt = write.Now,
            };
            write.Db.Add(kept);
        }

        var before = kept.Word();
        var after = Word(one, before, isNew);
        if (isNew || after with { ReadAt = before.ReadAt } != before)
        {
            rows.TryAdd(digits, (kept, isNew ? null : before));
            kept.Take(after);
        }
    }

    // Amended and cancelled rows may come without what they once said.
    private CoretaxRowWord Word(CoretaxJudgement one, CoretaxRowWord before, bool isNew)
    {
        var row = one.Row;
        var said = before with
        {
            Reference = row.Reference.Length > 0 ? row.Reference : before.Reference,
            Status = row.Status,
            Date = row.Date,
            Month = row.Month,
            BuyerName = row.BuyerName,
            BuyerId = row.BuyerId,
            TaxBase = row.TaxBase ?? 0,
            Vat = row.Vat ?? 0,
            ReadAt = write.Now,
        };
        return one switch
        {
            { IsConflict: true } => said with
            {
                Conflicts = one.Conflicts,
                Candidates = one.Candidates,
                DismissedAt = null,
                DismissedBy = null,
            },
            { Invoice: { } invoice } => said with
            {
                InvoiceId = invoice.Id,
                Conflicts = Sequence<Message>.Empty,
                Candidates = Sequence<long>.Empty,
                DismissedAt = null,
                DismissedBy = null,
            },
            { Effect: CoretaxEffect.Unmatched } => said with { Conflicts = Sequence<Message>.Empty, Candidates = Sequence<long>.Empty },
            _ when isNew => said with { DismissedAt = write.Now, DismissedBy = write.Actor.Name },
            _ => said,
        };
    }

    private void Spend(CoretaxListRow row)
    {
        if (row.Spent is { } number && facts.Holder(number) is { } holder)
        {
            CoretaxInvoices.Spend(write, holder, row.Status);
        }
        else if (row.Spent is { } nobodys)
        {
            unheld.Add(nobodys);
        }
    }

    private void Remember(IReadOnlyList<TaxNumber> taken)
    {
        TookNumbers = taken.Count > 0;
        foreach (var (row, before) in rows.Values)
        {
            write.Db.Add(new CoretaxChange
            {
                ReadingId = readingId, RowId = row.Id, Before = before?.Write(), After = row.Word().Write(),
            });
        }

        foreach (var (invoice, before) in invoices.Values)
        {
            var after = invoice.ToldByTaxOffice();
            if (after != before)
            {
                write.Db.Add(new CoretaxChange
                {
                    ReadingId = readingId, InvoiceId = invoice.Id, Before = before.Write(), After = after.Write(),
                });
            }
        }

        foreach (var number in taken)
        {
            write.Db.Add(new CoretaxChange { ReadingId = readingId, TaxNumber = number, After = number.Digits });
        }
    }
}
