using System.Runtime.ExceptionServices;
using FaspayBilling.Core.Faults;

namespace FaspayBilling.Core.Outbox;

/// <summary>Rows that are on their way at the same time. A lane that is free takes the next row and waits for no other.</summary>
/// <param name="turns">Whose turn it is.</param>
/// <param name="deliver">Delivers one; false when somebody else had it.</param>
internal sealed class Lanes(Turns turns, Func<DueRow, CancellationToken, Task<bool>> deliver)
{
    public const int Count = 5;

    /// <summary>One merchant never has them all, so that another's row finds one.</summary>
    public const int MostOfOne = Count - 1;

    private readonly List<Lane> busy = [];

    /// <summary>True while something is on its way.</summary>
    public bool AreBusy => busy.Count > 0;

    /// <summary>True when something may leave soon although nobody says so: a lane or a machine that was left alone is free then.</summary>
    public bool WaitForMore => AreBusy || turns.AreSparing;

    /// <summary>What is on its way.</summary>
    public IEnumerable<Task> UnderWay => busy.Select(lane => lane.Delivering);

    /// <summary>Gives every free lane a row, as long as there is one that may leave.</summary>
    public async Task FillAsync(CancellationToken stop)
    {
        while (busy.Count < Count
            && !stop.IsCancellationRequested
            && await turns.NextAsync(busy.ConvertAll(lane => lane.Row), stop) is { } row)
        {
            busy.Add(Start(row, stop));
        }
    }

    /// <summary>Frees the lanes whose rows are done.</summary>
    public async Task<LanesEnded> FreeAsync()
    {
        var delivered = 0;
        Exception? broken = null;
        foreach (var lane in busy.FindAll(each => each.Delivering.IsCompleted))
        {
            busy.Remove(lane);
            try
            {
                if (await lane.Delivering)
                {
                    delivered++;
                }
                else
                {
                    turns.Pass(lane.Row);
                }
            }
            catch (Exception failed)
            {
                broken ??= failed;
            }
        }

        return new LanesEnded(delivered, broken);
    }

    /// <summary>Rows that could not be taken are asked for again.</summary>
    public void StartOver() => turns.StartOver();

    /// <summary>Waits until nothing is on its way.</summary>
    public async Task EndAsync() => await Task.WhenAll(UnderWay).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <summary>Goes on until nothing is due and nothing on its way, or something failed; answers how many rows were taken.</summary>
    public async Task<int> EmptyAsync(CancellationToken stop)
    {
        var taken = 0;
        Exception? broken = null;
        try
        {
            await FillMoreAsync(stop);
            while (AreBusy)
            {
                await Task.WhenAny(UnderWay);
                var ended = await FreeAsync();
                (taken, broken) = (taken + ended.Taken, broken ?? ended.Broken);
                if (broken is null)
                {
                    await FillMoreAsync(stop);
                }
            }
        }
        finally
        {
            await EndAsync();
        }

        if (broken is not null)
        {
            ExceptionDispatchInfo.Throw(broken);
        }

        stop.ThrowIfCancellationRequested();
        return taken;
    }

    private async Task FillMoreAsync(CancellationToken stop)
    {
        try
        {
            await FillAsync(stop);
        }
        catch (Exception broken) when (AreBusy && DatabaseFault.Is(broken))
        {
            // It is asked again when one of those that are on their way is done.
        }
    }

    // In a thread of its own: what the file of SQLite is asked is answered without a pause.
    private Lane Start(DueRow row, CancellationToken stop) =>
        new(row, Task.Run(() => deliver(row, stop), CancellationToken.None));

    private sealed record Lane(DueRow Row, Task<bool> Delivering);
}

/// <summary>What came of lanes that ended.</summary>
/// <param name="Taken">Rows that they had taken.</param>
/// <param name="Broken">The first failure.</param>
internal readonly record struct LanesEnded(int Taken, Exception? Broken);
