using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxOffice.Codes;

namespace FaspayBilling.Core.Domain.TaxOffice.Coretax;

/// <summary>
/// Finds the invoices of a list's rows by reference, serial and number, and holds everything that matched against each other
/// (docs/rules.md 5): the preview, the saving under the lock and the choice by hand ask it alike.
/// </summary>
public static class CoretaxMatching
{
    /// <summary>One judgement per row, in their order.</summary>
    /// <param name="rows">Rows that may concern each other must come together.</param>
    /// <param name="facts">What is known here of their numbers, references and invoices.</param>
    public static IReadOnlyList<CoretaxJudgement> Judge(IReadOnlyList<CoretaxListRow> rows, CoretaxFacts facts)
    {
        var found = rows.Select(r => Candidates(r, facts)).ToList();
        ShareSerials(rows, found);
        var chosen = rows.Select((r, i) => Choice(r, found[i], facts)).ToList();
        var standing = new CoretaxStanding(
            rows.Zip(chosen)
                .Where(r => r.Second is not null && facts.Known(r.First)?.DismissedAt is null)
                .Select(r => (r.First, r.Second!)),
            facts);
        return [.. rows.Select((r, i) => Judge(r, chosen[i], found[i], standing, facts))];
    }

    /// <summary>Every contradiction between a kept row and the invoice that somebody chose for it.</summary>
    public static Sequence<Message> Against(CoretaxRow row, Invoice chosen, CoretaxFacts facts)
    {
        var listed = row.Listed();
        var found = Candidates(listed, facts);
        found.Invoices.TryAdd(chosen.Id, CoretaxMatch.None);
        return Conflicts(listed, chosen, found, new CoretaxStanding([(listed, chosen)], facts), facts, isNew: true);
    }

    private static Found Candidates(CoretaxListRow row, CoretaxFacts facts)
    {
        var found = new Found([], [.. facts.Others(row)]);
        foreach (var (invoice, by) in facts.Find(row))
        {
            found.Invoices.TryAdd(invoice.Id, by);
        }

        return found;
    }

    // Rows of one serial are one tax invoice and its replacements: what one of them names, all of them belong to.
    private static void ShareSerials(IReadOnlyList<CoretaxListRow> rows, List<Found> found)
    {
        foreach (var family in rows.Index()
            .Where(r => r.Item.Number is not null && r.Item.Status.IsFinal())
            .GroupBy(r => r.Item.Number!.Value.Serial, r => r.Index, StringComparer.Ordinal)
            .Select(f => f.ToList())
            .Where(f => f.Count > 1))
        {
            foreach (var invoice in family.SelectMany(i => found[i].Invoices.Keys).Distinct().ToList())
            {
                family.ForEach(i => found[i].Invoices.TryAdd(invoice, CoretaxMatch.Serial));
            }

            foreach (var other in family.SelectMany(i => found[i].Others).Distinct().ToList())
            {
                family.ForEach(i => found[i].Others.Add(other));
            }
        }
    }

    // What somebody accepted before holds; else the surest match.
    private static Invoice? Choice(CoretaxListRow row, Found found, CoretaxFacts facts) =>
        facts.Known(row) is { InvoiceId: { } id, Accepted.Count: > 0 } && facts.Invoice(id) is { } accepted ? accepted.Invoice
        : found.Invoices.Count == 0 ? null
        : facts.Invoice(found.Invoices.MinBy(f => f.Value).Key)!.Invoice;

    private static CoretaxJudgement Judge(
        CoretaxListRow row, Invoice? invoice, Found found, CoretaxStanding standing, CoretaxFacts facts)
    {
        var known = facts.Known(row);
        if (invoice is null)
        {
            // A number of a range that was rejected for a deleted invoice is nobody's either.
            var same = known is not null ? known.Status == row.Status || known.DismissedAt is not null
                : found.Others.Count > 0 && !row.Status.IsFinal() && row.Number?.Desktop is not null;
            return Alone(row, same ? CoretaxEffect.Same : CoretaxEffect.Unmatched, known);
        }

        // It was rejected for that invoice, which gave the number back since.
        if (!row.Status.IsFinal() && row.Number?.Desktop is { } desktop && invoice.TaxNumber != desktop)
        {
            return Alone(row, CoretaxEffect.Same, known);
        }

        var told = known is { InvoiceId: { } id, DismissedAt: null, Conflicts.Count: 0 } && id == invoice.Id;
        var conflicts = Conflicts(row, invoice, found, standing, facts, isNew: !told);
        var open = new Sequence<Message>([.. conflicts.Where(c => known?.Accepted.Contains(c) != true)]);
        if (known is { DismissedAt: not null } && open.Count == 0 && (conflicts.Count > 0 || !row.Status.IsFinal()))
        {
            return Alone(row, CoretaxEffect.Same, known);
        }

        var before = row.Number is null ? invoice.CoretaxStatus : told ? known!.Status : null;
        var effect = open.Count > 0 ? CoretaxEffect.Conflict
            : before is null ? CoretaxEffect.New
            : before != row.Status ? CoretaxEffect.Changed
            : CoretaxEffect.Same;
        return new(
            row, effect, invoice, found.Invoices.GetValueOrDefault(invoice.Id, CoretaxMatch.Number), open,
            new([.. CoretaxContradictions.Notes(row, facts.Invoice(invoice.Id)!)]), new([.. found.Invoices.Keys.Order()]), before);
    }

    private static CoretaxJudgement Alone(CoretaxListRow row, CoretaxEffect effect, CoretaxRow? known) => new(
        row, effect, null, CoretaxMatch.None, Sequence<Message>.Empty, Sequence<Message>.Empty, Sequence<long>.Empty, known?.Status);

    private static Sequence<Message> Conflicts(
        CoretaxListRow row,
        Invoice invoice,
        Found found,
        CoretaxStanding standing,
        CoretaxFacts facts,
        bool isNew)
    {
        var all = new List<Message>();
        if (found.Invoices.Count > 1)
        {
            var names = found.Invoices.OrderBy(f => f.Value).ThenBy(f => f.Key).Select(f => (Value)facts.Invoice(f.Key)!.Invoice.Number);
            all.Add(Message.Of("coretax-conflict.two-invoices", ("invoices", Value.List(names))));
        }

        all.AddRange(found.Others.OrderBy(i => i.Number, StringComparer.Ordinal).Select(CoretaxContradictions.OfReference));
        if (isNew && row.Number is { } number && standing.Beside(invoice, number) is { } other)
        {
            all.Add(Message.Of("coretax-conflict.two-numbers", ("invoice", invoice.Number), ("other", other)));
        }

        all.AddRange(CoretaxContradictions.Of(row, facts.Invoice(invoice.Id)!));
        return new([.. all]);
    }

    // What a row may belong to, by key, and what its reference names besides although it cannot belong there.
    private sealed record Found(Dictionary<long, CoretaxMatch> Invoices, HashSet<Invoice> Others);
}
