using FaspayBilling.Core.Domain.TaxNumbers;

namespace FaspayBilling.Web.Demo;

/// <summary>One range and who takes its numbers, in that order.</summary>
internal sealed class DemoRange(TaxNumberRange range, IReadOnlyList<DemoInvoice> takers)
{
    public TaxNumberRange Range => range;

    /// <summary>The greatest number that an invoice holds; null when none does.</summary>
    public TaxNumber? LastTaken { get; private set; }

    public IReadOnlyList<AvailableRun> HandOut()
    {
        var pool = new TaxNumberPool([]);
        pool.GiveBack(range, range.Start.Value, range.End.Value);
        TakenNumber? next = null;
        foreach (var taker in takers)
        {
            next ??= pool.TakeSmallest() ?? throw new InvalidOperationException($"The demo's range {range} is too short.");
            taker.Take(next.Value.Number);
            if (!taker.GivesBack)
            {
                LastTaken = next.Value.Number;
                next = null;
            }

            range.FirstUsedAt ??= taker.Invoice.IssuedAt;
        }

        if (next is { } unused)
        {
            pool.GiveBack(range, unused.Number);
        }

        return pool.Added;
    }
}
