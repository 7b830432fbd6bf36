using FaspayBilling.Core.Data;
using FaspayBilling.Core.Domain;
using FaspayBilling.Core.Domain.Invoices;
using FaspayBilling.Core.Features.Billings;
using Microsoft.EntityFrameworkCore;

namespace FaspayBilling.Core.Features.TaxNumbers;

/// <summary>Hands numbers to the checked invoices of the list, in order of invoice date, then invoice number.</summary>
public sealed class GenerateTaxNumbers(IDbContextFactory<BillingDb> dbs, WriteTransaction transaction, TaxNumberLedger ledger)
{
    private const string Verb = "Generate an E-Faktur No for";

    /// <summary>Refuses <c>not-allowed</c>; else one line per invoice with the refusals of <see cref="GenerateTaxNumber"/>.</summary>
    public async Task<Outcome<IReadOnlyList<BulkLine>>> HandleAsync(Actor actor, IReadOnlyCollection<string> numbers, CancellationToken stop) =>
        await BulkAction.RunAsync(transaction, actor, Verb, await InOrderAsync(actor, numbers, stop), GenerateAsync, stop);

    private async Task<List<string>> InOrderAsync(Actor actor, IReadOnlyCollection<string> numbers, CancellationToken stop)
    {
        await using var db = await dbs.CreateDbContextAsync(stop);
        var dates = await db.Set<Invoice>().VisibleTo(actor).Where(i => numbers.Contains(i.Number))
            .Select(i => new { i.Number, i.InvoiceDate }).ToDictionaryAsync(i => i.Number, i => i.InvoiceDate, stop);
        return [.. numbers.OrderBy(n => dates.GetValueOrDefault(n)).ThenBy(n => n, StringComparer.Ordinal)];
    }

    private async Task<List<BulkLine>> GenerateAsync(Write write, IReadOnlyList<string> numbers)
    {
        var lines = new List<BulkLine>();
        var takers = new List<Invoice>();
        foreach (var number in numbers)
        {
            write.About = null;
            var found = await InvoiceInHand.TakeAsync(write, number);
            if ((found.Refusal ?? found.Value.WhyNot(InvoiceAction.GenerateTaxNumber, write.Now)) is { } no)
            {
                lines.Add(BulkAction.Line(write, Verb, number, no));
            }
            else
            {
                takers.Add(found.Value.Invoice);
            }
        }

        await ledger.TakeAsync(write, takers);
        foreach (var taker in takers)
        {
            write.About = taker.Id;
            lines.Add(BulkAction.Line(write, Verb, taker.Number, taker.TaxNumber is null ? Refusals.NoneAvailable(taker.InvoiceDate.Year) : null));
        }

        return lines;
    }
}
