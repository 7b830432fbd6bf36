using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Domain.Invoices.Actions;
using FaspayBilling.Core.Domain.Shared;
using FaspayBilling.Core.Domain.TaxNumbers;
using FaspayBilling.Core.Features.Invoices.Lifecycle;
using FaspayBilling.Core.Features.TaxNumbers;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.Invoices.TaxNumbers;

/// <summary>Hands numbers to the checked invoices of the list, in order of invoice date, then invoice number.</summary>
public sealed class GenerateTaxNumbers(IDbContextFactory<BillingDb> dbs, WriteTransaction transaction, TaxNumberAllocator allocator)
{
    private const string Action = "tax-number.give";

    /// <summary>Refuses <c>not-allowed</c>; else one line per invoice with the refusals of <see cref="GenerateTaxNumber"/>.</summary>
    public async Task<Outcome<IReadOnlyList<BulkLine>>> HandleAsync(
        Actor actor, IReadOnlyCollection<string> numbers, CancellationToken stop) =>
        await BulkAction.RunAsync(transaction, actor, Action, await InOrderAsync(actor, numbers, stop), GenerateAsync, stop);

    private async Task<List<string>> InOrderAsync(Actor actor, IReadOnlyCollection<string> numbers, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var dates = await db.Set<Invoice>()
            .VisibleTo(actor)
            .Where(i => numbers.Contains(i.Number))
            .Select(i => new { i.Number, i.InvoiceDate })
            .ToDictionaryAsync(i => i.Number, i => i.InvoiceDate, StringComparer.Ordinal, stop);
        return [.. numbers.OrderBy(n => dates.GetValueOrDefault(n)).ThenBy(n => n, StringComparer.Ordinal)];
    }

    private async Task<List<BulkLine>> GenerateAsync(WriteContext write, IReadOnlyList<string> numbers)
    {
        var invoices = await LockedInvoices.TakeAsync(write, numbers);
        var lines = new List<BulkLine>();
        var takers = new List<Invoice>();
        foreach (var number in numbers)
        {
            var found = invoices.Find(write, number);
            if ((found.Refusal ?? found.Value.WhyNot(InvoiceAction.GenerateTaxNumber, write.Now)) is { } no)
            {
                lines.Add(BulkAction.Line(write, Action, number, no));
            }
            else
            {
                takers.Add(found.Value.Invoice);
            }
        }

        await allocator.TakeAsync(write, takers);
        foreach (var taker in takers)
        {
            write.About = taker.Id;
            lines.Add(
                BulkAction.Line(
                    write, Action, taker.Number, taker.TaxNumber is null ? TaxNumberRefusals.NoneAvailable(taker.InvoiceDate.Year) : null));
        }

        return lines;
    }
}
