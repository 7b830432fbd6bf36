using System.Runtime.CompilerServices;
using FaspayBilling.Core.Domain.Invoices;

namespace FaspayBilling.Core.Upkeep.Checks;

/// <summary>A counter of invoice numbers is at least where the numbers are: the next one was never given.</summary>
internal sealed class InvoiceCounters() : Invariant("a month's counter has reached all of its invoice numbers", "invoices")
{
    public override Task<long> CountAsync(Snapshot moment, CancellationToken stop) =>
        moment.NumberAsync("""SELECT count(*) FROM "Invoices" """, stop);

    public override async IAsyncEnumerable<Breach> BreachesAsync(Snapshot moment, [EnumeratorCancellation] CancellationToken stop)
    {
        var highest = await HighestAsync(moment, stop);
        var counters = moment.RowsAsync("""SELECT "MerchantId", "Month", "Last" FROM "InvoiceCounters" """, stop);
        await foreach (var row in counters)
        {
            var month = (row.NumberAt(0), (int)row.NumberAt(1));
            if (!highest.TryGetValue(month, out var found))
            {
                continue;
            }

            if (row.NumberAt(2) < found.Sequence)
            {
                yield return Breach(found, $"the counter of {month.Item2} stands at {row.TextAt(2)}");
            }

            highest.Remove(month);
        }

        foreach (var (month, found) in highest)
        {
            yield return Breach(found, $"no counter of {month.Month}");
        }
    }

    private static Breach Breach(Found found, string stored) => new(found.Merchant, found.Number, stored, $"at least {found.Sequence}");

    // As many as there are months with invoices, not as there are invoices.
    private static async Task<Dictionary<(long Merchant, int Month), Found>> HighestAsync(Snapshot moment, CancellationToken stop)
    {
        var highest = new Dictionary<(long, int), Found>();
        var rows = moment.RowsAsync(
            """SELECT i."MerchantId", m."Code", i."Number" FROM "Invoices" i JOIN "Merchants" m ON m."Id" = i."MerchantId" """, stop);
        await foreach (var row in rows)
        {
            var (merchant, code, number) = (row.NumberAt(0), row.GetString(1), row.GetString(2));
            if (InvoiceNumber.TryRead(code, number, out var month, out var sequence)
                && (!highest.TryGetValue((merchant, month), out var found) || found.Sequence < sequence))
            {
                highest[(merchant, month)] = new Found(code, number, sequence);
            }
        }

        return highest;
    }

    private readonly record struct Found(string Merchant, string Number, int Sequence);
}
