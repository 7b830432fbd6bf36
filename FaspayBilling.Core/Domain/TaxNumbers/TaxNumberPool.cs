namespace FaspayBilling.Core.Domain.TaxNumbers;

/// <summary>
/// Takes and gives back numbers on the runs that the caller loaded under its lock: the smallest ones of a year to take,
/// the neighbours of a number to give it back. <see cref="Added"/> and <see cref="Removed"/> are for the caller to store.
/// </summary>
public sealed class TaxNumberPool(IEnumerable<AvailableRun> loaded)
{
    private readonly List<AvailableRun> runs = [.. loaded.OrderBy(r => r.First)];
    private readonly List<AvailableRun> added = [];
    private readonly List<AvailableRun> removed = [];

    public IReadOnlyList<AvailableRun> Added => added;

    public IReadOnlyList<AvailableRun> Removed => removed;

    /// <summary>How many numbers the loaded runs hold.</summary>
    public long Available => runs.Sum(r => r.Count);

    /// <summary>True when the loaded runs hold the number.</summary>
    public bool Holds(TaxNumber number) => runs.Exists(r => r.First <= number.Value && number.Value <= r.Last);

    /// <summary>The smallest available number and its range; null when none is left.</summary>
    public TakenNumber? TakeSmallest()
    {
        if (runs.Count == 0)
        {
            return null;
        }

        var run = runs[0];
        var taken = new TakenNumber(new TaxNumber(run.First), run.RangeId);
        run.First++;
        if (run.Count == 0)
        {
            Drop(run);
        }

        return taken;
    }

    /// <summary>Takes that very number; false when it is not available.</summary>
    public bool Take(TaxNumber number)
    {
        if (runs.Find(r => r.First <= number.Value && number.Value <= r.Last) is not { } run)
        {
            return false;
        }

        var last = run.Last;
        if (run.First == number.Value)
        {
            run.First++;
        }
        else
        {
            run.Last = number.Value - 1;
            if (number.Value < last)
            {
                Add(new AvailableRun
                {
                    MerchantId = run.MerchantId, RangeId = run.RangeId, Year = run.Year, First = number.Value + 1, Last = last,
                });
            }
        }

        if (run.Count == 0)
        {
            Drop(run);
        }

        return true;
    }

    /// <summary>Makes a number available again, joined with its neighbours of the same range.</summary>
    public void GiveBack(TaxNumberRange range, TaxNumber number) => GiveBack(range, number.Value, number.Value);

    /// <summary>Makes all numbers from <paramref name="first"/> to <paramref name="last"/> available.</summary>
    /// <exception cref="InvalidOperationException">One of them is available already: the data would promise it twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are no such numbers: the last is below the first.</exception>
    public void GiveBack(TaxNumberRange range, long first, long last)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first);
        if (runs.Exists(r => r.First <= last && first <= r.Last))
        {
            throw new InvalidOperationException($"{new TaxNumber(first)} to {new TaxNumber(last)} is available already.");
        }

        var before = runs.Find(r => r.RangeId == range.Id && r.Last == first - 1);
        var after = runs.Find(r => r.RangeId == range.Id && r.First == last + 1);
        if (before is not null)
        {
            before.Last = after?.Last ?? last;
            if (after is not null)
            {
                Drop(after);
            }
        }
        else if (after is not null)
        {
            after.First = first;
        }
        else
        {
            Add(new AvailableRun { MerchantId = range.MerchantId, RangeId = range.Id, Year = range.Year, First = first, Last = last });
        }
    }

    private void Add(AvailableRun run)
    {
        added.Add(run);
        var next = runs.FindIndex(r => r.First > run.First);
        runs.Insert(next < 0 ? runs.Count : next, run);
    }

    private void Drop(AvailableRun run)
    {
        runs.Remove(run);
        if (!added.Remove(run))
        {
            removed.Add(run);
        }
    }
}
