namespace FaspayBilling.Core.Outbox;

/// <summary>
/// Says which due row leaves next: urgent ones first, then one of the merchant that has the fewest on their way and was served longest
/// ago. Nobody takes all lanes, and a machine that does not answer is left alone. For one caller at a time.
/// </summary>
/// <param name="look">Reads some of what is due.</param>
/// <param name="hosts">Which machines are left alone.</param>
/// <param name="clock">When to look again.</param>
internal sealed class Turns(Func<Look, CancellationToken, Task<DueRows>> look, RestingHosts hosts, TimeProvider clock)
{
    /// <summary>How many merchants' rows are read at once.</summary>
    private const int MerchantsAtOnce = 8;

    private const int MostLooks = 5;

    // What is urgent waits no longer than that behind rows that were read before.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    private readonly Dictionary<long, long> served = [];
    private readonly HashSet<long> passed = [];
    private readonly Dictionary<string, string> spared = new(StringComparer.Ordinal);
    private List<DueRow> urgent = [];
    private List<DueRow> others = [];
    private long? looked;
    private long turn;

    /// <summary>True while rows wait for a machine that is left alone.</summary>
    public bool AreSparing => spared.Count > 0;

    /// <summary>The row whose turn it is; null when none may leave now.</summary>
    public async Task<DueRow?> NextAsync(List<DueRow> underWay, CancellationToken stop)
    {
        var looks = 0;
        if (!IsFresh())
        {
            await LookAsync(underWay, stop);
            looks++;
        }

        while (true)
        {
            var known = spared.Count;
            if (Choose(underWay) is { } row)
            {
                served[row.MerchantId] = ++turn;
                urgent.Remove(row);
                others.Remove(row);
                return row;
            }

            // Rows of a machine that is left alone may have hidden others; those of a merchant who has lanes enough wait for one of them.
            var hidden = spared.Count > known;
            if (looks == MostLooks || (!hidden && (looks > 0 || urgent.Count + others.Count > 0)))
            {
                return null;
            }

            await LookAsync(underWay, stop);
            looks++;
        }
    }

    /// <summary>Somebody else had it: nobody asks for it again until <see cref="StartOver"/>.</summary>
    public void Pass(DueRow row) => passed.Add(row.Id);

    /// <summary>Rows that were passed are asked for again.</summary>
    public void StartOver() => passed.Clear();

    private bool IsFresh() => looked is { } at && clock.GetElapsedTime(at) < Fresh;

    private async Task LookAsync(List<DueRow> underWay, CancellationToken stop)
    {
        foreach (var target in spared.Where(s => MayTry(s.Value, underWay)).Select(s => s.Key).ToList())
        {
            spared.Remove(target);
        }

        var all = !IsFresh();
        var now = clock.GetTimestamp();
        var found = await look(new Look(all, [.. spared.Keys], merchants => InTurn(merchants, underWay)), stop);
        (urgent, others, looked) = (
            found.Urgent?.FindAll(IsNew) ?? urgent, found.Others.FindAll(IsNew), all ? now : looked);

        // One that a lane has just begun to take is still read as free.
        bool IsNew(DueRow row) => !passed.Contains(row.Id) && !underWay.Exists(other => other.Id == row.Id);
    }

    private List<long> InTurn(List<long> merchants, List<DueRow> underWay) =>
    [
        .. merchants.Where(merchant => Of(merchant, underWay) < Lanes.MostOfOne)
            .OrderBy(merchant => Of(merchant, underWay))
            .ThenBy(merchant => served.GetValueOrDefault(merchant))
            .Take(MerchantsAtOnce),
    ];

    private DueRow? Choose(List<DueRow> underWay) =>
        First(urgent, underWay, Lanes.Count) ?? First(others, underWay, Lanes.MostOfOne);

    private DueRow? First(List<DueRow> rows, List<DueRow> underWay, int most) => rows
        .Where(row => Of(row.MerchantId, underWay) < most && MayTry(row, underWay))
        .MinBy(row => (Of(row.MerchantId, underWay), served.GetValueOrDefault(row.MerchantId)));

    private bool MayTry(DueRow row, List<DueRow> underWay)
    {
        var may = MayTry(row.Host, underWay);
        if (!may)
        {
            spared[row.Target] = row.Host;
        }

        return may;
    }

    private bool MayTry(string host, List<DueRow> underWay) =>
        hosts.MayTry(host, underWay.Count(row => string.Equals(row.Host, host, StringComparison.OrdinalIgnoreCase)));

    private static int Of(long merchant, List<DueRow> underWay) => underWay.Count(row => row.MerchantId == merchant);
}
