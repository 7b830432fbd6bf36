using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Actions;
using FaspayBilling.Core.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Invoices.Lists;

/// <summary>Reads what an action would do to the checked rows of the list, for its question.</summary>
public sealed class ReadChecked(IDbContextFactory<BillingDb> dbs, TimeProvider clock)
{
    /// <summary>
    /// A row for each invoice, in the order of invoice date and number, with what stands against the action now (<c>invoice.not-found</c>
    /// for one that is gone). The action asks again.
    /// </summary>
    public async Task<IReadOnlyList<CheckedInvoice>> HandleAsync(
        Actor actor, IReadOnlyCollection<string> numbers, InvoiceAction action, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var settings = await db.SettingsAsync(actor, stop);
        var invoices = await db.Set<Invoice>()
            .AsNoTracking()
            .VisibleTo(actor)
            .Where(i => numbers.Contains(i.Number))
            .OrderBy(i => i.InvoiceDate)
            .ThenBy(i => i.Number)
            .ToListAsync(stop);
        var rows = new List<CheckedInvoice>(invoices.Count);
        foreach (var invoice in invoices)
        {
            var facts = await ReadBilling.FactsAsync(db, invoice, stop);
            rows.Add(new CheckedInvoice(
                invoice.Number,
                invoice.CustomerName,
                invoice.Total,
                invoice.TaxNumber is not null,
                InvoiceActions.WhyNot(action, facts, settings.EFakturModule, clock.Now())));
        }

        var gone = numbers.Except(rows.Select(r => r.Number), StringComparer.Ordinal);
        return [.. rows, .. gone.Select(n => new CheckedInvoice(n, "", 0, HasTaxNumber: false, InvoiceRefusals.InvoiceNotFound))];
    }
}

/// <summary>A checked row, as the question of an action on it shows it.</summary>
/// <param name="Number">Invoice No.</param>
/// <param name="Customer">Whom it bills.</param>
/// <param name="Total">Rupiah.</param>
/// <param name="HasTaxNumber">It holds an E-Faktur No.</param>
/// <param name="Refusal">Why the action leaves it as it is; null when it will be done.</param>
public sealed record CheckedInvoice(string Number, string Customer, decimal Total, bool HasTaxNumber, Refusal? Refusal);
